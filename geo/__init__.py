"""The library: geodesy, rings, reach, data, links and exports. Never imports streamlit."""
