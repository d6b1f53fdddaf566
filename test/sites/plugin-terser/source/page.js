---
---
var  page = 1 ;
