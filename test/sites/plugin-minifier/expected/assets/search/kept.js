var  a = 1 ;
