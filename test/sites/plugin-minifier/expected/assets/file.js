/*! Copyright me */
function add(n,t){var s=n+t;return console.log(`sum ${s}`),s}const twice=n=>2*n;class Counter{#n=0;up(){return this.#n??=0,this.#n+=1,"\xe9"}}