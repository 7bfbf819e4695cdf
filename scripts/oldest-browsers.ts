/** The oldest browsers that styles are built for. For older ones light-dark() is written as variables of the root, and a theme that is chosen changes nothing. */
export const OLDEST_BROWSERS = ['chrome123', 'firefox128', 'safari17.5'];
