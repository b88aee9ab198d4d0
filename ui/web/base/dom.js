// Elements: made only here. Text goes in as text nodes, never as markup.

/**
 * Return an element. `attrs`: attributes, `on...` listeners, or properties with a leading dot.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attrs]
 * @param {...Children} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attrs = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name.startsWith(".")) Object.assign(node, { [name.slice(1)]: value });
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * Return the element in a node that a selector names, where whoever made the node put it there.
 * @type {{<K extends keyof HTMLElementTagNameMap>(node: ParentNode, selector: K): HTMLElementTagNameMap[K],
 *   (node: ParentNode, selector: string): HTMLElement}}
 */
export const within = (/** @type {ParentNode} */ node, /** @type {string} */ selector) => (
  /** @type {HTMLElement} */ (node.querySelector(selector)));

/**
 * Return an element of a drawing. A canvas of the page would be copied in every frame in which anything
 * at all changes there, however small and still it is; a drawing costs nothing.
 * @param {string} tag
 * @param {Record<string, string | number>} given
 * @param {...(SVGElement | string)} parts
 * @returns {SVGElement}
 */
export function svg(tag, given, ...parts) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(given).forEach(([name, value]) => node.setAttribute(name, String(value)));
  node.append(...parts);
  return node;
}

/**
 * Return a small line drawing of one SVG path in a box of 16 by 16.
 * @param {string} path
 * @returns {SVGElement}
 */
export const icon = (path) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));

/**
 * Return a link to a source, or its name alone when there is no web address.
 * @param {CitedSource} source
 * @returns {HTMLElement}
 */
export function sourceLink(source) {
  if (!/^https?:\/\//.test(source.url || "")) return el("span", { class: "rm-cited" }, source.name);
  return el("a", { class: "rm-cited", href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.name);
}

/**
 * Give a node these children and no others; one that is there and looks the same stays. For elements
 * without listeners.
 * @param {Element} parent
 * @param {readonly Element[]} nodes
 */
export function renew(parent, nodes) {
  nodes.forEach((node, i) => {
    const now = parent.children[i];
    if (!now) parent.append(node);
    else if (!now.isEqualNode(node)) now.replaceWith(node);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild?.remove();
}

/**
 * Set an attribute only when it changed: setting it anew costs a look at all styles.
 * @param {Element} node
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Set text only when it changed, so that screen readers and layout are not disturbed. A text that is
 * there is kept and given its new words: another child would have all styles around it looked at.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent === text) return;
  const only = node.childNodes.length === 1 ? node.firstChild : null;
  if (only instanceof Text) only.data = text;
  else node.textContent = text;
}
