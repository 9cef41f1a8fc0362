"""How a name reads in Latin letters, whatever script, spelling convention or disguise it is in."""
