# frozen_string_literal: true

module Utterson
  module Guard
    # The methods of Jekyll 4.4.1 and Liquid 4.0.4. A file that defines one of them changes what Jekyll does, or means to.
    OWN_METHODS = {
      "Jekyll::Site" => %w(
        baseurl baseurl= cache_dir categories cleanup collection_names collections collections_path config config= configure_cache
        configure_file_read_opts configure_include_paths configure_plugins configure_theme converters converters= data data= dest
        docs_to_write documents drafts drafts= each_site_file ensure_not_in_dest exclude exclude= file_read_opts file_read_opts=
        filter_cache find_converter_instance frontmatter_defaults future future= gems gems= generate generators generators=
        hide_cache_dir_from_git highlighter highlighter= in_cache_dir in_dest_dir in_source_dir in_theme_dir include include=
        includes_load_paths inclusions inclusions= incremental? initialize instantiate_subclasses keep_files keep_files= layouts layouts=
        limit_posts limit_posts! limit_posts= liquid_renderer load_theme_configuration lsi lsi= pages pages= permalink_style
        permalink_style= plugin_manager plugin_manager= plugins plugins= post_attr_hash posts print_stats process profiler publisher read
        reader reader= regenerator relative_permalinks_are_deprecated render render_docs render_pages render_regenerated reset safe safe=
        setup show_drafts show_drafts= site_cleaner site_data site_payload source static_files static_files= static_files_to_write tags
        theme theme= time time= to_liquid unpublished unpublished= write
      ),
      "Jekyll::Page" => %w(
        basename basename= content content= data data= destination dir dir= excerpt excerpt_separator ext ext= extname generate_excerpt
        generate_excerpt? html? index? initialize name name= output output= pager pager= path permalink process relative_path render site
        site= template trigger_hooks url url_dir url_placeholders write?
      ),
      "Jekyll::Document" => %w(
        <=> [] asset_file? basename basename_without_ext categories_from_path cleaned_relative_path coffeescript_file? collection content
        content= data date destination draft? excerpt_separator extname generate_excerpt generate_excerpt? handle_read_error id initialize
        merge_categories! merge_data! merge_date! merge_defaults method_missing modify_date next_doc no_layout? output output= output_ext
        path permalink place_in_layout? populate_categories populate_tags populate_title post_read previous_doc published? read read_content
        read_post_data relative_path render_with_liquid? renderer respond_to_missing? sass_file? site source_file_mtime
        to_liquid trigger_hooks type url url_placeholders url_template write write? yaml_file?
      ),
      "Jekyll::Collection" => %w(
        collection_dir container determine_sort_order directory docs docs= entries entry_filter exists? extract_metadata files
        filtered_entries initialize label metadata method_missing order_with_warning read read_document read_static_file rearrange_docs!
        relative_directory respond_to_missing? sanitize_label site sort_docs! sort_docs_by_key! to_liquid url_template write?
      ),
      "Jekyll::Convertible" => %w(
        [] asset_file? coffeescript_file? converters defaults do_layout hook_owner invalid_layout? no_layout? output_ext place_in_layout?
        published? read_yaml render_all_layouts render_liquid render_with_liquid? renderer sass_file? to_liquid to_s transform type
        validate_data! validate_permalink!
      ),
      "Jekyll::PostReader" => %w(
        initialize processable? publishable? read_content read_publishable site unfiltered_content
      ),
      "Jekyll::StaticFile" => %w(
        basename cleaned_relative_path copy_file data defaults destination destination_rel_dir extname initialize modified? modified_time
        mtime name path placeholders relative_path to_json to_liquid type url write write?
      ),
      "Jekyll::Layout" => %w(
        content content= data data= ext ext= initialize name path process relative_path site
      ),
      "Jekyll::Cache" => %w(
        [] []= clear delete disk_cache_enabled? getset initialize key?
      ),
      "Jekyll::Converter" => %w(
        highlighter_prefix highlighter_suffix initialize
      ),
      "Jekyll::Plugin" => %w(
        <=> initialize
      ),
      "Jekyll::URL" => %w(
        generate_url generate_url_from_drop generate_url_from_hash generated_permalink generated_url initialize possible_keys sanitize_url
      ),
      "Liquid::Tag" => %w(
        blank? initialize line_number name nodelist options parse parse_context raw render tag_name
      ),
      "Liquid::Block" => %w(
        blank? block_delimiter block_name initialize nodelist parse parse_body render unknown_tag
      ),
      "Liquid::BlockBody" => %w(
        blank? initialize nodelist parse render
      ),
      "Liquid::Context" => %w(
        [] []= add_filters apply_global_filter clear_instance_assigns environments errors evaluate exception_renderer exception_renderer=
        find_variable global_filter global_filter= handle_error initialize internal_error interrupt? invoke key? lookup_and_evaluate merge
        partial partial= pop pop_interrupt push push_interrupt registers resource_limits scopes squash_instance_assigns_with_environments
        stack strainer strict_filters strict_filters= strict_variables strict_variables= template_name template_name= warnings
      ),
      "Liquid::Template" => %w(
        apply_options_to_context assigns errors initialize instance_assigns parse profiler registers render render! resource_limits root
        root= tokenize warnings with_profiling
      ),
      "Jekyll::Utils" => %w(
        add_permalink_suffix deep_merge_hashes deep_merge_hashes! duplicable? duplicate_frozen_values has_liquid_construct?
        has_yaml_header? mergable? merge_default_proc merge_values merged_file_read_opts parse_date pluralized_array_from_hash
        replace_character_sequence_with_hyphen safe_glob slugify stringify_hash_keys symbolize_hash_keys titleize_slug transform_keys value_from_plural_key
        value_from_singular_key
      ),
      "Kramdown::Document" => %w(
        initialize inspect method_missing options options= root root= to_html warnings
      ),
      "Kramdown::Element" => %w(
        attr block? children children= initialize inspect options span? type type= value value=
      ),
      "Kramdown::Utils::Html" => %w(
        entity_to_str escape_html fix_cjk_line_break html_attributes
      ),
      "Kramdown::Converter::Base" => %w(
        apply_template_after? apply_template_before? basic_generate_id convert data extract_code_language extract_code_language! format_math
        generate_id highlight_code in_toc? initialize options output_header_level root smart_quote_entity warning warnings
      ),
      "Kramdown::Converter::Html" => %w(
        add_syntax_highlighter_to_class_attr convert convert_root convert_standalone_image fix_for_toc_entry footnote_content
        format_as_block_html format_as_indented_block_html format_as_span_html generate_toc_tree indent indent= initialize inner obfuscate
        remove_footnotes unwrap_links
      ),
      "Jekyll::Tags::IncludeTag" => %w(
        add_include_to_dependency file_read_opts initialize load_cached_partial locate_include_file outside_site_source? parse_params read_file
        realpath_prefixed_with? render render_variable syntax_example tag_includes_dirs valid_include_file? validate_file_name
        validate_params
      ),
      "Jekyll::Tags::IncludeRelativeTag" => %w(
        page_path tag_includes_dirs
      ),
      "Jekyll::Converters::Markdown" => %w(
        custom_class_allowed? custom_processor extname_list get_processor initialize matches output_ext setup third_party_processors
        valid_processors
      ),
      "Jekyll::Converters::Markdown::KramdownParser" => %w(
        highlighter initialize load_dependencies modernize_coderay_config setup strip_coderay_prefix
      ),
      "Liquid::Drop" => %w(
        [] context= invoke_drop key? liquid_method_missing to_liquid
      ),
    }.freeze

    # Their methods that are called on a class or module itself.
    OWN_FUNCTIONS = {
      "Jekyll" => %w(configuration env logger logger= sanitized_path set_timezone sites),
      "Jekyll::PathManager" => %w(join sanitize_and_join sanitized_path slashed_dir_cache),
      "Jekyll::Hooks" => %w(insert_hook priority_value register register_one trigger),
      "Liquid::Tag" => %w(parse),
      "Liquid::Template" => %w(error_mode= file_system= parse register_filter register_tag tags),
      "Liquid::Utils" => %w(slice_collection slice_collection_using_each to_date to_integer to_number),
    }.freeze

    # Their classes that do not exist here. A file that defines one of them means to change it.
    OWN_CLASSES = %w(
      Kramdown::Options Kramdown::Parser
      Jekyll::Cleaner Jekyll::CollectionReader Jekyll::Configuration Jekyll::DataReader Jekyll::Deprecator
      Jekyll::EntryFilter Jekyll::Excerpt Jekyll::External Jekyll::FrontmatterDefaults Jekyll::Inclusion Jekyll::LayoutReader
      Jekyll::LiquidRenderer Jekyll::LogAdapter Jekyll::PageExcerpt Jekyll::PageReader Jekyll::PluginManager
      Jekyll::Profiler Jekyll::Publisher Jekyll::Reader Jekyll::Regenerator Jekyll::RelatedPosts Jekyll::Renderer
      Jekyll::SourceMapPage Jekyll::StaticFileReader Jekyll::Stevenson Jekyll::Theme Jekyll::ThemeAssetsReader Jekyll::ThemeBuilder
      Liquid::Assign Liquid::BlankFileSystem Liquid::Break Liquid::BreakInterrupt Liquid::Capture Liquid::Case
      Liquid::Comment Liquid::Condition Liquid::Continue Liquid::ContinueInterrupt Liquid::Cycle Liquid::Decrement Liquid::Document
      Liquid::ElseCondition Liquid::Expression Liquid::FileSystemError Liquid::FloatDomainError Liquid::For Liquid::ForloopDrop Liquid::I18n
      Liquid::If Liquid::Ifchanged Liquid::Include Liquid::Increment Liquid::InternalError Liquid::Interrupt Liquid::Lexer
      Liquid::LocalFileSystem Liquid::MemoryError Liquid::MethodOverrideError Liquid::ParseTreeVisitor Liquid::Parser
      Liquid::ParserSwitching Liquid::RangeLookup Liquid::Raw Liquid::ResourceLimits Liquid::StackLevelError Liquid::StandardError
      Liquid::Strainer Liquid::TableRow Liquid::TablerowloopDrop Liquid::TaintedError Liquid::Tokenizer Liquid::UndefinedDropMethod
      Liquid::UndefinedFilter Liquid::UndefinedVariable Liquid::Unless Liquid::Variable Liquid::VariableLookup
      Liquid::ZeroDivisionError Jekyll::Tags::PostUrl
      Jekyll::Tags::HighlightBlock Jekyll::Tags::Link Jekyll::Tags::PostComparer Jekyll::Converters::SmartyPants
      Jekyll::Tags::OptimizedIncludeTag Liquid::StandardFilters::InputIterator
      Liquid::Template::TagRegistry Jekyll::Converters::Sass Jekyll::Converters::Identity Jekyll::Converters::Scss Jekyll::Drops::JekyllDrop Jekyll::Drops::SiteDrop
      Jekyll::Drops::Drop Jekyll::Drops::StaticFileDrop Jekyll::Drops::ThemeDrop Jekyll::Drops::UrlDrop Jekyll::Drops::CollectionDrop
      Jekyll::Drops::UnifiedPayloadDrop Jekyll::Drops::ExcerptDrop Jekyll::Drops::DocumentDrop
    ).freeze
  end
end
