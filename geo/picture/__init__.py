"""A view as a picture that stands alone: map, legend, scale, sources, caveat and link."""
