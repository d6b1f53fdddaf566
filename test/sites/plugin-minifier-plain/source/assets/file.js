/*! Copyright */
var long = 1;
function f(x, y) { var z = x.default + y["a"]; debugger; for (var i = 0; i < 3; i++) { z += i; } return z; }
