import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';
import { LASSO_TAGS } from './lasso-tags.ts';

/** The names of Lasso 8 and 9, in small letters: tags and methods, types, traits, kinds of errors, keywords. */
export const LASSO_WORDS: WordTable = wordTable(
  [Token.NameBuiltin, LASSO_TAGS],
  [
    Token.KeywordType,
    `array atbegin boolean bson bson_iter bytes bytes_document_body cache_server cache_server_element capture
    client_address client_ip component component_container component_render_state curl curltoken currency custom
    data_document database_registry date dateandtime dbgp_packet dbgp_server debugging_stack decimal delve dir
    dirdesc dns_response document_base document_body document_header dsinfo duration eacher email_compose
    email_parse email_pop email_queue_impl email_queue_impl_base email_smtp email_stage_impl email_stage_impl_base
    fastcgi_each_fcgi_param fastcgi_server fcgi_record fcgi_request file filedesc filemaker_datasource
    generateforeachkeyed generateforeachunkeyed generateseries hash_map html_atomic_element html_attr html_base
    html_binary html_br html_cdata html_container_element html_div html_document_body html_document_head html_eol
    html_fieldset html_form html_h1 html_h2 html_h3 html_h4 html_h5 html_h6 html_hr html_img html_input html_json
    html_label html_legend html_link html_meta html_object html_option html_raw html_script html_select html_span
    html_style html_table html_td html_text html_th html_tr http_document http_document_header http_error
    http_header_field http_server http_server_connection_handler http_server_connection_handler_globals
    http_server_request_logger_thread http_server_web_connection image include_cache inline_type integer java_jnienv
    jbyte jbytearray jchar jchararray jfieldid jfloat jint jmethodid jobject jshort json_decode json_encode
    json_literal json_object keyword lassoapp_compiledsrc_appsource lassoapp_compiledsrc_fileresource
    lassoapp_content_rep_halt lassoapp_dirsrc_appsource lassoapp_dirsrc_fileresource lassoapp_installer
    lassoapp_livesrc_appsource lassoapp_livesrc_fileresource lassoapp_long_expiring_bytes
    lassoapp_manualsrc_appsource lassoapp_zip_file_server lassoapp_zipsrc_appsource lassoapp_zipsrc_fileresource
    ldap library_thread_loader list list_node locale log_impl log_impl_base magick_image map map_node memberstream
    memory_session_driver memory_session_driver_impl memory_session_driver_impl_entry mime_reader mongo_client
    mongo_collection mongo_cursor mustache_ctx mysql_session_driver mysql_session_driver_impl net_named_pipe net_tcp
    net_tcp_ssl net_udp net_udp_packet null odbc_session_driver odbc_session_driver_impl opaque os_process pair
    pair_compare pairup pdf_barcode pdf_chunk pdf_color pdf_doc pdf_font pdf_hyphenator pdf_image pdf_list
    pdf_paragraph pdf_phrase pdf_read pdf_table pdf_text pdf_typebase percent portal_impl queriable_groupby
    queriable_grouping queriable_groupjoin queriable_join queriable_orderby queriable_orderbydescending
    queriable_select queriable_selectmany queriable_skip queriable_take queriable_thenby queriable_thenbydescending
    queriable_where queue raw_document_body regexp repeat scientific security_registry serialization_element
    serialization_object_identity_compare serialization_reader serialization_writer serialization_writer_ref
    serialization_writer_standin session_delete_expired_thread set signature sourcefile sqlite3 sqlite3_stmt
    sqlite_column sqlite_currentrow sqlite_db sqlite_results sqlite_session_driver sqlite_session_driver_impl
    sqlite_session_driver_impl_entry sqlite_table stack staticarray string sys_process tag text_document tie
    timeonly tree_base tree_node tree_nullnode ucal usgcpu usgvm web_error_atend web_node_base web_node_echo
    web_node_root web_request web_request_impl web_response web_response_impl web_router websocket_handler
    worker_pool xml xml_attr xml_cdatasection xml_characterdata xml_comment xml_document xml_documentfragment
    xml_documenttype xml_domimplementation xml_element xml_entity xml_entityreference xml_namednodemap
    xml_namednodemap_attr xml_namednodemap_ht xml_node xml_nodelist xml_notation xml_processinginstruction xml_text
    xmlstream zip zip_file zip_file_impl zip_impl`,
  ],
  [
    Token.NameDecorator,
    `any formattingbase html_attributed html_element_coreattrs html_element_eventsattrs html_element_i18nattrs
    lassoapp_capabilities lassoapp_resource lassoapp_source queriable_asstring session_driver trait_array
    trait_asstring trait_backcontractible trait_backended trait_backexpandable trait_close trait_contractible
    trait_decompose_assignment trait_doubleended trait_each_sub trait_encodeurl trait_endedfullymutable
    trait_expandable trait_file trait_finite trait_finiteforeach trait_foreach trait_foreachtextelement
    trait_frontcontractible trait_frontended trait_frontexpandable trait_fullymutable trait_generator
    trait_generatorcentric trait_hashable trait_json_serialize trait_keyed trait_keyedfinite trait_keyedforeach
    trait_keyedmutable trait_list trait_map trait_net trait_pathcomponents trait_positionallykeyed
    trait_positionallysearchable trait_queriable trait_queriablelambda trait_readbytes trait_readstring trait_scalar
    trait_searchable trait_serializable trait_setencoding trait_setoperations trait_stack trait_treenode
    trait_writebytes trait_writestring trait_xml_elementcompat trait_xml_nodecompat web_connection web_node
    web_node_container web_node_content web_node_content_css_specialized web_node_content_document
    web_node_content_html_specialized web_node_content_js_specialized web_node_content_json_specialized
    web_node_content_representation web_node_postable`,
  ],
  [
    Token.NameException,
    `error_adderror error_columnrestriction error_databaseconnectionunavailable error_databasetimeout
    error_deleteerror error_fieldrestriction error_filenotfound error_invaliddatabase error_invalidpassword
    error_invalidusername error_modulenotfound error_noerror error_nopermission error_outofmemory
    error_reqcolumnmissing error_reqfieldmissing error_requiredcolumnmissing error_requiredfieldmissing
    error_updateerror`,
  ],
  [
    Token.Keyword,
    `abort ascending average by cache case database_names database_schemanames database_tablenames define define_tag
    define_type descending do else email_batch encode_set equals fail fail_if fail_ifnot frozen group handle
    handle_error handle_failure header html_comment if if_empty if_false if_null if_true import in inline into
    iterate join let link link_currentaction link_currentgroup link_currentrecord link_detail link_firstgroup
    link_firstrecord link_lastgroup link_lastrecord link_nextgroup link_nextrecord link_prevgroup link_prevrecord
    ljax_target log loop loop_abort loop_continue loop_count match max min on order output_none params params_up
    parent portal private protect protected provide public records referer referrer repeating require resultset
    return return_value returnhome rows run_children search_args search_arguments select skip soap_definetag
    soap_lastrequest soap_lastresponse sort_args sort_arguments split_thread sum tag_name take thread thread_atomic
    to trait type value_list where while with yield yieldhome`,
  ],
  [Token.KeywordNamespace, `namespace_using`],
);
