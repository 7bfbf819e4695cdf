/** What a worker says once it holds the lock of its name. */
export const ALIVE = 'alive';
