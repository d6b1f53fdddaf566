(function (root) {
  root.katex = {
    renderToString: function (source, options) {
      if (source.indexOf('\\frac') >= 0) throw new Error('refused: no \\frac here');
      return '<math>' + JSON.stringify([source, options]).replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</math>';
    },
  };
})(this);
