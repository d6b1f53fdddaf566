# frozen_string_literal: true

module Utterson
  # What a hook gets as payload: the variables of the render.
  class Payload
    def initialize(subject)
      @subject = subject
    end

    def [](key)
      case key.to_s
      when "page" then page
      when "site" then site
      else @subject.is_a?(Jekyll::Site) ? Utterson.site.site_payload[key.to_s] : Utterson.ask("hook_variable", key.to_s)
      end
    end

    def []=(key, value)
      Utterson.ask("set_variable", key.to_s, value)
    end

    def key?(key) = !self[key].nil?
    def site = @site ||= SiteView.new(Utterson.site)

    # What templates see as page: a hash for a page, a drop for a document.
    def page
      return if @subject.is_a?(Jekyll::Site)

      @page ||= @subject.is_a?(Jekyll::Document) ? DocumentView.new(@subject) : @subject.to_liquid.tap { |hash| @before = hash.dup }
    end

    # Gives what has changed of a page's hash to the program.
    def store
      return unless @before

      changed = @page.reject { |key, value| @before.key?(key) && @before[key].equal?(value) }
      Utterson.ask("set_of_page", changed.to_a) unless changed.empty?
    end
  end

  # A drop whose keys can be set: Jekyll puts them into what the drop falls back to.
  class ChangeableView < View
    def initialize(noun)
      @noun = noun
      super(noun.to_liquid.utterson_number)
    end

    def []=(key, value)
      fallback[key.to_s] = value
    end
  end

  class DocumentView < ChangeableView
    def fallback = @noun.data
  end

  class SiteView < ChangeableView
    def fallback = @noun.config
  end
end
