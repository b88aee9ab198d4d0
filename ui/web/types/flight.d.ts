// Flights without engine and air (flight/kepler.js).

/** A piece of an ellipse; one without an end has an endless range and time. */
interface Flight {
  speedKmS: number;
  /** Above the horizontal, where the engine stops. */
  elevationDeg: number;
  /** Where the engine stops. */
  altitudeKm: number;
  e: number;
  /** Half the long axis. */
  axisKm: number;
  /** Of the highest point, from the middle of the Earth. */
  topKm: number;
  apogeeKm: number;
  isOrbit: boolean;
  /** From the start to the highest point, and from there to the ground: angles at the middle of the Earth. */
  rise: number;
  fall: number;
  rangeKm: number;
  timeMin: number;
}

/** Where a flight above a turning Earth comes down, from the site (flight/rotation.js). */
interface Impact {
  rangeKm: number;
  /** Clockwise from north. */
  azimuthDeg: number;
  /** Beyond the far side of the Earth. */
  isPast: boolean;
}
