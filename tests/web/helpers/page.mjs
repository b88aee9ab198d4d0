// As much of a page as our modules ask for when they are loaded: its address and its language.
// A test imports this, or koreanpage.mjs, before them.

export function pretendPage(search) {
  const page = {
    location: new URL(`https://map.example/${search}`),
    document: { documentElement: { hasAttribute: () => false } },
    window: globalThis,
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}

pretendPage("?lang=en");
