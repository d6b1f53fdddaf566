(function() {
  var Tree, color, list, n, square,
    bind = function(fn, me){ return function(){ return fn.apply(me, arguments); }; },
    extend = function(child, parent) { for (var key in parent) { if (hasProp.call(parent, key)) child[key] = parent[key]; } function ctor() { this.constructor = child; } ctor.prototype = parent.prototype; child.prototype = new ctor(); child.__super__ = parent.prototype; return child; },
    hasProp = {}.hasOwnProperty;

  color = "blue " + (1 + 1);

  square = function(x) {
    return x * x;
  };

  list = (function() {
    var i, results;
    results = [];
    for (n = i = 1; i <= 3; n = ++i) {
      if (n !== 2) {
        results.push(square(n));
      }
    }
    return results;
  })();

  Tree = (function(superClass) {
    extend(Tree, superClass);

    function Tree(height) {
      this.height = height != null ? height : 1;
      this.grow = bind(this.grow, this);
      Tree.__super__.constructor.apply(this, arguments);
    }

    Tree.prototype.grow = function() {
      return this.height += 1;
    };

    return Tree;

  })(Wood);

  if (!list.length) {
    if (typeof alert === "function") {
      alert("grown");
    }
  }

  3;

}).call(this);
