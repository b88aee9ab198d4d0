// The connection to a class. It comes back by itself: after a lost network, a phone that slept, or a
// server that was started anew.

import { url } from "../base/live.js";
import { ticket } from "./keys.js";

const FIRST_MS = 300;
const LONGEST_MS = 5000;
const SLEPT_MS = 10000; // hidden as long, a connection may be dead without knowing it
const OPENING_MS = 20000;
const MOST_CHARS = 100000;
const TICKET_AGAIN_MS = 6000; // a server gives a whole school its tickets within two minutes

/**
 * Return the JSON object of a message, null if it is none.
 * @param {unknown} data
 * @returns {RawMessage | null}
 */
function objectOf(data) {
  if (typeof data !== "string" || data.length > MOST_CHARS) return null;
  try {
    const value = JSON.parse(data);
    return value && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Connect to a class: {send(message), renew(), close()}. `on.hello()` gives the first message or null,
 * `on.heard(message)` takes each that comes, `on.lost()` says after how many milliseconds to try
 * again: null for soon, Infinity for not before the device wakes up or finds its network.
 * @param {string} code
 * @param {SocketActions} on
 * @returns {RoomSocket}
 */
export function roomSocket(code, on) {
  /** @type {WebSocket | null} */
  let socket = null;
  let timer = 0;
  let ticketTimer = 0;
  let tries = 0;
  let hiddenAt = 0;
  let turn = 0; // of those who wait for a ticket, the last one connects

  async function connect() {
    clearTimeout(timer);
    turn += 1;
    const now = turn;
    const shown = await ticket();
    if (now !== turn) return;
    const query = shown ? `?ticket=${shown}` : "";
    const mine = new WebSocket(`${location.origin.replace(/^http/, "ws")}${url(`room/${code}`)}${query}`);
    const old = socket;
    socket = mine; // from here on nobody listens to the old one
    old?.close();
    if (!shown) askAgain(mine);
    const late = setTimeout(() => mine.readyState === WebSocket.CONNECTING && mine.close(), OPENING_MS);
    mine.onopen = () => {
      const hello = on.hello();
      if (hello) send(hello);
    };
    mine.onmessage = ({ data }) => {
      const message = mine === socket ? objectOf(data) : null;
      if (!message) return;
      tries = 0;
      on.heard(message);
    };
    mine.onclose = () => {
      clearTimeout(late);
      if (mine !== socket) return;
      socket = null;
      again(on.lost());
    };
  }

  /**
   * Without a ticket one is in the class all the same; when it comes, we come back with it.
   * @param {WebSocket} mine
   */
  function askAgain(mine) {
    clearTimeout(ticketTimer);
    ticketTimer = setTimeout(async () => {
      const shown = mine === socket ? await ticket() : "";
      if (mine !== socket || on.hello()) return; // who leads needs none
      if (shown) connect();
      else askAgain(mine);
    }, TICKET_AGAIN_MS * (0.5 + Math.random() / 2));
  }

  /** @param {number | null} pause */
  function again(pause) {
    const wait = pause ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
    tries += 1;
    // Not all phones of a class at the same moment.
    if (wait < Infinity) timer = setTimeout(connect, wait * (0.5 + Math.random() / 2));
  }

  /** @param {RoomMessage} message @returns {boolean} */
  function send(message) {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  function wake() {
    const slept = hiddenAt > 0 && Date.now() - hiddenAt > SLEPT_MS;
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (!socket || slept) connect();
    if (document.visibilityState !== "hidden") hiddenAt = 0;
  }

  window.addEventListener("online", connect);
  document.addEventListener("visibilitychange", wake);
  connect();
  return {
    send,
    renew: connect,
    close() {
      clearTimeout(timer);
      clearTimeout(ticketTimer);
      turn += 1;
      window.removeEventListener("online", connect);
      document.removeEventListener("visibilitychange", wake);
      const last = socket;
      socket = null;
      last?.close();
    },
  };
}
