function top_level(argument) { return argument; }
