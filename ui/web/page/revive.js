// After a lost connection the server may have forgotten this page (a restart, a phone that slept), and Streamlit
// would not tell it: the page asks for one run of the whole script, and says on the bus when that has been made.
// Until then no part of the page may ask for a run of its own: a new server knows no parts, and Streamlit makes one
// message of both wishes, which it then leaves without an answer.
//
// A run is known by what it hands this page, which is new each time. Streamlit's mark of a running script alone does
// not tell: on a busy machine a run begins and ends between two looks at it.

import { bus } from "../base/bus.js";
import { within } from "../base/dom.js";

export class Revival {
  /**
   * @param {() => void} ask for a run of the whole script
   * @param {(what: "lost" | "revived") => void} tell that the server is lost, or knows the page again
   */
  constructor(ask, tell) {
    this.ask = ask;
    this.tell = tell;
    /** @type {"connected" | "lost" | "asked" | "answered"} */
    this.step = "connected";
  }

  /**
   * What Streamlit's page says of itself now.
   * @param {boolean} isConnected
   * @param {boolean} isRunning
   */
  look(isConnected, isRunning) {
    if (!isConnected) {
      if (this.step !== "lost") this.tell("lost");
      this.step = "lost";
    } else if (this.step === "lost") {
      this.step = "asked";
      this.ask();
    } else if (this.step === "answered" && !isRunning) {
      this.step = "connected";
      this.tell("revived");
    }
  }

  /** A run of the whole script has answered. */
  hear() {
    if (this.step === "asked") this.step = "answered";
  }
}

/**
 * Watch the connection of the page; return what is to be called at each run's answer.
 * @param {() => void} ask
 * @returns {() => void}
 */
export function reviveAfterLoss(ask) {
  const app = within(document, ".stApp");
  const revival = new Revival(ask, (what) => bus().send(what, null));
  const look = () => {
    const { testConnectionState, testScriptState } = app.dataset;
    revival.look(testConnectionState === "CONNECTED", testScriptState === "running");
  };
  new MutationObserver(look).observe(app, {
    attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
  return () => {
    revival.hear();
    look();
  };
}
