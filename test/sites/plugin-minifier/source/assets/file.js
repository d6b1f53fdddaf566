/*! Copyright me */
// gone
function add(first, second) {
  var sum = first + second;
  console.log(`sum ${sum}`);
  return sum;
}
const twice = (value) => { return value * 2; };
class Counter { #n = 0; up() { this.#n ??= 0; this.#n += 1; return "é"; } }
