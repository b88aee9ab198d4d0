// The browser's step to another address of the same page, heard before Streamlit hears of it, which would
// run the whole script: a run that our own question of the address would cut short, and half the page with it.
// Who answers for the step cancels the event (whenReturned() in base/address.js).

window.addEventListener("popstate", (event) => {
  const isOurs = !window.dispatchEvent(new Event("reachmapreturned", { cancelable: true }));
  if (isOurs) event.stopImmediatePropagation();
});
