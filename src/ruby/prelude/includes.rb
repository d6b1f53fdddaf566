# frozen_string_literal: true

# The tags `include` and `include_relative`, for tags that are made of them. The program has its own.
module Jekyll
  module Tags
    class IncludeTag < Liquid::Tag
      VALID_SYNTAX = %r!([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))!m
      FULL_VALID_SYNTAX = %r!\A\s*(?:#{VALID_SYNTAX}(?=\s|\z)\s*)*\z!
      VARIABLE_SYNTAX = %r!(?<variable>[^{]*(?:\{\{\s*[\w.-]+\s*(?:\|.*)?\}\}[^\s{}]*)+)(?<params>.*)!m
      VALID_FILENAME_CHARS = %r!^[\w/.\-()+~#@]+$!
      INVALID_SEQUENCES = %r![./]{2,}!

      def initialize(tag_name, markup, tokens)
        super
        found = VARIABLE_SYNTAX.match(markup.strip)
        @file, @params = found ? [found[:variable].strip, found[:params].strip] : markup.strip.split(%r!\s+!, 2)
        validate_params if @params
      end

      def syntax_example = "{% #{@tag_name} file.ext param='value' param2='value' %}"

      def validate_params
        invalid("", @params) unless FULL_VALID_SYNTAX.match?(@params)
      end

      def validate_file_name(file)
        invalid(" File contains invalid characters or sequences:", file) if INVALID_SEQUENCES.match?(file) || !VALID_FILENAME_CHARS.match?(file)
      end

      def parse_params(context)
        @params.scan(VALID_SYNTAX).to_h do |name, double, single, variable|
          [name, double&.gsub('\\"', '"') || single&.gsub("\\'", "'") || context[variable]]
        end
      end

      def render_variable(context)
        Liquid::Template.parse(@file).render(context) if VARIABLE_SYNTAX.match?(@file)
      end

      def file_read_opts(_context) = { :encoding => "UTF-8" }
      def tag_includes_dirs(context) = context.registers[:site].includes_load_paths

      # Tags that are made of this one may change what is in the file.
      def read_file(file, context) = File.read(file, **file_read_opts(context))

      def locate_include_file(context, file, _safe)
        folders = tag_includes_dirs(context)
        folders.map { |folder| File.join(folder, file) }.find { |path| File.file?(path) } || missing(file, folders)
      end

      def render(context)
        file = render_variable(context) || @file
        validate_file_name(file)
        path = locate_include_file(context, file, false)
        context.stack do
          context["include"] = parse_params(context) if @params
          partial(path, context).render!(context)
        end
      end

      private

      # One render of a page reads a file once.
      def partial(path, context)
        known = context.registers[:cached_partials] ||= {}
        known[path] ||= Liquid::Template.parse(read_file(path, context))
      end

      def invalid(reason, text)
        raise ::ArgumentError, "Invalid syntax for include tag#{reason.empty? ? ":" : "."}#{reason}\n\n#{text}\n\nValid syntax:\n\n#{syntax_example}\n"
      end

      def missing(file, folders)
        raise ::IOError, "Could not locate the included file '#{file}' in any of #{folders}."
      end
    end

    class IncludeRelativeTag < IncludeTag
      def tag_includes_dirs(context) = [page_path(context)]

      def page_path(context)
        page = context.registers[:page]
        site = context.registers[:site]
        return site.source unless page

        path = page["collection"] ? File.join(site.config["collections_dir"].to_s, page["path"]) : page["path"]
        site.in_source_dir(File.dirname(path.delete_suffix("/#excerpt")))
      end
    end
  end
end
