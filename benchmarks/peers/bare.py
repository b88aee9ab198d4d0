"""The lightest page Streamlit can serve: a slider and its value. The floor for any app."""

import streamlit as st

st.write(f"{st.slider('Range (km)', 100, 15_000, 8_000, 10):,} km")
