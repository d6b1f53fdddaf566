class A { constructor(value) { this.value = value; } get twice() { let result = this.value * 2; return result; } }
