// The places that a reader asked for by name, or by a line of distance.

/**
 * @param {{names?: string[], show?: string[], targets?: string[]}} scene
 * @returns {string[]}
 */
export const askedIds = ({ names = [], show = [], targets = [] }) => [...names, ...(show.includes("arcs") ? targets : [])];

/**
 * Those of them that are known by now.
 * @param {MapModel} model
 * @param {{names?: string[], show?: string[], targets?: string[]}} scene
 * @returns {MapPlace[]}
 */
export const askedPlaces = (model, scene) => askedIds(scene).flatMap((id) => model.placeById.get(id) ?? []);
