/** `$app/environment` where all pages are in one file. */

/** True while a developer's server runs. */
export const dev = false;
