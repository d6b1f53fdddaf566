/** The path, below the baseurl, of the server's own pages: the report on the last build, and what live reload needs. */
export const INTERNAL = '/__utterson/';
