# frozen_string_literal: true

# Ruby sorts with the C library of its system. On Linux that is a merge sort, which keeps the order of equals; the one in this interpreter
# is another. Sites show the difference, so the order of Linux is restored.
module Utterson
  module Sorting
    class << self
      # The steps of glibc's qsort_r, which show if a block contradicts itself.
      def merge_sort(list, &compare)
        return list if list.length < 2

        half = list.length / 2
        left = merge_sort(list[0, half], &compare)
        right = merge_sort(list[half..], &compare)
        merge(left, right, &compare)
      end

      def indistinguishable?(list)
        list.all?(::Integer) || list.all?(::String)
      end

      private

      def merge(left, right)
        merged = []
        first = second = 0
        while first < left.length && second < right.length
          order = yield(left[first], right[second])
          raise ::ArgumentError, "comparison of #{left[first].class} with #{right[second].class} failed" if order.nil?

          if order.positive?
            merged << right[second]
            second += 1
          else
            merged << left[first]
            first += 1
          end
        end
        merged.concat(left[first..], right[second..])
      end
    end

    module Lists
      def sort(&block)
        return super if block.nil? && Sorting.indistinguishable?(self)

        Sorting.merge_sort(to_a, &(block || proc { |a, b| a <=> b }))
      end

      def sort_by(&block)
        return super if block.nil?

        keyed = map { |one| [block.call(one), one] }
        Sorting.merge_sort(keyed) { |a, b| a.first <=> b.first }.map(&:last)
      end
    end
  end
end

class Array
  prepend Utterson::Sorting::Lists

  def sort!(&block) = replace(sort(&block))

  def sort_by!(&block)
    block ? replace(sort_by(&block)) : super
  end
end

class Hash
  prepend Utterson::Sorting::Lists
end

class Range
  prepend Utterson::Sorting::Lists
end
