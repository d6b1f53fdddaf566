import { between, defineLexer, include, type Perform } from '../engine/state-machine.ts';
import { Token } from '../engine/token.ts';
import { type WordTable, wordTable } from '../engine/word-table.ts';
import { ISBL_CONSTANTS } from './isbl-constants.ts';
import { ISBL_NAMES } from './isbl-words.ts';

const WORDS = wordTable(
  [
    Token.Keyword,
    `and else endexcept endfinally endforeach endif endwhile except exitfor finally foreach if in not or try while в
    все если и или иначе конецвсе конецесли конецпока не пока`,
  ],
  [
    Token.NameVariableGlobal,
    `altstate application calltype componenttokens controlstate createdjobs creatednotices dialogresult dialogs
    edocuments edocumentversionsource folders globalids inputvalue job jobs lookupreference lookuprequisitenames
    lookupsearch object parentcomponent processes references reportname reports requisite result scripts searches
    selectedattachments selecteditems selectmode sender serverevents servicefactory shiftstate subtask
    systemdialogs tasks wizard wizards work вызовспособ имяотчета реквзнач`,
  ],
);

const BUILTINS = wordTable([Token.NameBuiltin, ISBL_NAMES], [Token.NameBuiltin, ISBL_CONSTANTS]);

/** The interfaces of objects. */
const TYPES = wordTable([
  Token.KeywordType,
  `iaccessrights iaccountrepository iaccountselectionrestrictions iaction iactionlist iadministrationhistorydescription
  ianchors iapplication iarchiveinfo iattachment iattachmentlist ichecklistbox icheckpointedlist icolumn icomponent
  icomponentdescription icomponenttoken icomponenttokenfactory icomponenttokeninfo icomprecordinfo iconnection
  icontents icontrol icontroljob icontroljobinfo icontrollist icrypto icrypto2 icustomjob icustomjobinfo
  icustomlistbox icustomobjectwizardstep icustomwork icustomworkinfo idataset idatasetaccessinfo idatasigner
  idatecriterion idaterequisite idaterequisitedescription idatevalue ideaaccessrights ideaobjectinfo
  idevelopmentcomponentlock idialog idialogfactory idialogpickrequisiteitems idialogsfactory idicsfactory
  idocrequisite idocumentinfo iduallistdialog iecertificate iecertificateinfo iecertificates ieditcontrol
  ieditorform iedmsexplorer iedmsobject iedmsobjectdescription iedmsobjectfactory iedmsobjectinfo iedocument
  iedocumentaccessrights iedocumentdescription iedocumenteditor iedocumentfactory iedocumentinfo iedocumentstorage
  iedocumentversion iedocumentversionlistdialog iedocumentversionsource iedocumentwizardstep iedocversignature
  iedocversionstate ienabledmode iencodeprovider iencrypter ievent ieventlist iexception iexternalevents
  iexternalhandler ifactory ifield ifiledialog ifolder ifolderdescription ifolderdialog ifolderfactory ifolderinfo
  iforeach iform iformtitle iformwizardstep iglobalidfactory iglobalidinfo igrid ihasher ihistorydescription
  ihyperlinkcontrol iimagebutton iimagecontrol iinnerpanel iinplacehint iintegercriterion iintegerlist
  iintegerrequisite iintegervalue iisbleditorform ijob ijobdescription ijobfactory ijobform ijobinfo ilabelcontrol
  ilargeintegercriterion ilargeintegerrequisite ilargeintegervalue ilicenseinfo ilifecyclestage ilist ilistbox
  ilocalidinfo ilocalization ilock imemorydataset imessagingfactory imetadatarepository inotice inoticeinfo
  inumericcriterion inumericrequisite inumericvalue iobject iobjectdescription iobjectimporter iobjectinfo iobserver
  ipanelgroup ipickcriterion ipickproperty ipickrequisite ipickrequisitedescription ipickrequisiteitem
  ipickrequisiteitems ipickvalue iprivilege iprivilegelist iprocess iprocessfactory iprocessmessage iprogress
  iproperty ipropertychangeevent iquery ireference ireferencecriterion ireferenceenabledmode ireferencefactory
  ireferencehistorydescription ireferenceinfo ireferencerecordcardwizardstep ireferencerequisitedescription
  ireferencesfactory ireferencevalue irefrequisite ireport ireportfactory irequisite irequisitedescription
  irequisitedescriptionlist irequisitefactory irichedit iroutestep irule irulelist ischemeblock iscript
  iscriptfactory isearchcriteria isearchcriterion isearchdescription isearchfactory isearchfolderinfo
  isearchforobjectdescription isearchresultrestrictions isecuredcontext iselectdialog iserverevent
  iservereventfactory iservicedialog iservicefactory isignature isignprovider isignprovider2 isignprovider3
  isimplecriterion istringcriterion istringlist istringrequisite istringrequisitedescription istringvalue
  isystemdialogsfactory isysteminfo itabsheet itask itaskabortreasoninfo itaskcardwizardstep itaskdescription
  itaskfactory itaskinfo itaskroute itextcriterion itextrequisite itextvalue itreelistselectdialog iuser iuserlist
  ivalue iview iwebbrowsercontrol iwizard iwizardaction iwizardfactory iwizardformelement iwizardparam
  iwizardpickparam iwizardreferenceparam iwizardstep iworkaccessrights iworkdescription iworkflowaskableparam
  iworkflowaskableparams iworkflowblock iworkflowblockresult iworkflowenabledmode iworkflowparam iworkflowpickparam
  iworkflowreferenceparam iworkstate iworktreecustomnode iworktreejobnode iworktreetasknode ixmleditorform sbcrypto`,
]);

/** An action for a word that is looked up in tables in small letters, because case does not matter. */
function inTables(otherwise: Token, ...tables: readonly WordTable[]): Perform<undefined> {
  return (lexing, [word]) => {
    const small = word.toLowerCase();
    lexing.token(tables.map((table) => table.get(small)).find((token) => token !== undefined) ?? otherwise, word);
  };
}

/** ISBL, the language of DIRECTUM. */
export const isbl = defineLexer({
  tag: 'isbl',
  states: () => ({
    root: [
      include('space'),
      [/"[^"]*"/, Token.StringDouble],
      [/'[^']*'/, Token.StringSingle],
      [/\./, Token.Punctuation, 'member'],
      [/:/, Token.Punctuation, 'type'],
      [/[A-Za-z_а-яА-ЯёЁ][\wа-яА-ЯёЁ]*(?=\()/, Token.NameFunction],
      [/[A-Za-z_а-яА-ЯёЁ][\wа-яА-ЯёЁ]*/, inTables(Token.NameVariable, WORDS, BUILTINS)],
      [/![\wа-яА-ЯёЁ]*/, Token.NameVariable],
      [/\d+(?:\.\d+)?\b/, Token.Number],
      [/[-&*+/<=>]/, Token.Operator],
      [/[();[\]]/, Token.Punctuation],
    ],
    space: [
      [/\s+/, Token.Text],
      [/\/\/[^\n]*/, Token.CommentSingle],
      [between(/\/\*/, '*/'), Token.CommentMultiline],
    ],
    member: [include('space'), [/[\wа-яА-ЯёЁ]+/, inTables(Token.Name, BUILTINS), '#pop']],
    type: [
      include('space'),
      [/\./, Token.Punctuation, 'type of a member'],
      [/[\wа-яА-ЯёЁ]+/, inTables(Token.Name, TYPES), '#pop'],
      [/(?=.)/s, Token.Text, '#pop'],
    ],
    'type of a member': [include('space'), [/[\wа-яА-ЯёЁ]+/, inTables(Token.KeywordType, BUILTINS), '#pop']],
  }),
});
