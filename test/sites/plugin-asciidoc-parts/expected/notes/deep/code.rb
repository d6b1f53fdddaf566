# tag::one[]
def a
  1
end
# end::one[]
