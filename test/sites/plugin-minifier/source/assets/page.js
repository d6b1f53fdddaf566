---
---
var names = {{ site.posts | map: "title" | jsonify }} ;
var   unused = 1;
