const twice = (value) => { console.log(value); return value * 2; };
