/*! Copyright */
function f(r,a){for(var f=r["default"]+a.a,n=0;n<3;n++)f+=n;return f}var long=1;