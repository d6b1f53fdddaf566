(function() {
  var x;

  x = "{{ page.color }}";

}).call(this);
