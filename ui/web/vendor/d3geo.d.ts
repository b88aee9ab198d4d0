// d3-geo 3.1.2, ISC and MIT: sha512-5R8ZgDQorIxmauv7R6gpE/ndz+Z0qAZssigq0aXFdvPHdY41RqtW02jrRUQAL724NdPABYXo1+gQEGBBr7uKNg==
// d3-array 3.2.5, ISC: sha512-Th8qGXoBalmWsstpkuhmBuTsBQIFqYOJtjlBvNVvBfJ8E3uYusBUwUR8HU20U0qKKQkgCvKyR1YjiozWadk5QA==
// Made by fetch.py beside it, not edited by hand. Licence: LICENSE-d3geo.txt
export { geoArea, geoAzimuthalEquidistant, geoCircle, geoContains, geoDistance, geoEquirectangular, geoGraticule, geoInterpolate, geoOrthographic, geoPath, geoProjection, geoRotation, geoStream, geoTransform } from "d3-geo";
