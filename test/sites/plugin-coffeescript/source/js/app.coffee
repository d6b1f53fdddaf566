---
---
# A comment
color = "{{ page.color }} #{1 + 1}"
square = (x) -> x * x
list = (square n for n in [1..3] when n isnt 2)
class Tree extends Wood
  constructor: (@height = 1) ->
    super
  grow: => @height += 1
alert? "grown" unless list.length
{{ site.pages | size }}
