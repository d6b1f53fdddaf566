---
---
x = "{{ page.color }}"
