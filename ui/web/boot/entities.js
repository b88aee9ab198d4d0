// A link that was pasted as a page's source has it: `&#38;` for an "&", `&#126;` for a "~". From the "#" on
// a browser takes it for a place in the page, and the server never sees it; what else was mangled the server
// mends (ui/server/mendedlinks.py).

(() => {
  /** @param {string} code @returns {string} */
  const signOf = (code) => String.fromCodePoint(Math.min(/^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code), 0x10ffff));
  const meant = location.href.replace(/&(?:amp;)*#(x[\da-f]{1,6}|\d{1,7});/gi, (_, code) => signOf(code));
  if (meant !== location.href) location.replace(meant);
})();
