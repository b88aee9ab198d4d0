// What kind of machine this is, for words that name its keys.

/**
 * Whether its keys are Apple's: Cmd where others have Ctrl.
 * @returns {boolean}
 */
export const isApple = () => /^(Mac|iP)/.test(navigator.platform);
