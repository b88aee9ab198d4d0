// Circles of interceptors: how far those of a battery are said to fly. Such a circle is not a defended area.

import { copies } from "../earth/canvaslayer.js";
import { detailOf, ringShape, traceOutline } from "../earth/ringshapes.js";

const EQUATOR_KM = 40075.017;
const LEAST_PX = 10; // a smaller circle would hide its battery's symbol
const DOTS = [1, 3];

/** @typedef {MapPlace & {interceptor: number}} ArmedPlace */

/** @param {MapPlace} place @returns {place is ArmedPlace} */
const isArmed = (place) => Boolean(place.interceptor);

/** How large the world is at a zoom. @param {Pick<MapModel, "larger">} model @param {number} zoom @returns {Pick<CanvasView, "scale">} */
export const viewAt = ({ larger }, zoom) => ({ scale: (256 * 2 ** zoom) / larger });

/**
 * How large a circle is on the screen, in pixels.
 * @param {Pick<CanvasView, "scale">} view
 * @param {ArmedPlace} place
 * @returns {number}
 */
export const radiusPx = ({ scale }, { interceptor, lat }) => (interceptor / (EQUATOR_KM * Math.cos((lat * Math.PI) / 180))) * scale;

/**
 * The places shown whose circle is drawn in a view.
 * @param {Pick<CanvasView, "scale">} view
 * @param {Pick<MapModel, "shown">} model
 * @returns {ArmedPlace[]}
 */
export const circled = (view, { shown }) => shown.filter(isArmed).filter((place) => radiusPx(view, place) > LEAST_PX);

/**
 * The outline of a circle, and the copies of the world in which it is in view.
 * @param {CanvasView} view
 * @param {ArmedPlace} place
 * @returns {{shape: RingShape, turns: number[]}}
 */
export function circleOf(view, { lat, lon, interceptor }) {
  const shape = ringShape({ lat, lon }, interceptor, detailOf(view));
  return { shape, turns: copies(view, shape.minX, shape.maxX) };
}

/**
 * @param {Pen} ctx
 * @param {CanvasView} view
 * @param {ReadyModel} model
 */
export function paintCircles(ctx, view, model) {
  ctx.beginPath();
  circled(view, model).forEach((place) => traceOutline(ctx, view, circleOf(view, place).shape));
  ctx.setLineDash(DOTS);
  ctx.lineWidth = model.bold;
  ctx.strokeStyle = model.palette.ink;
  ctx.stroke();
  ctx.setLineDash([]);
}
