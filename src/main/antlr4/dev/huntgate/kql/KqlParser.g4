/*
 * The syntax of KQL, as hunting queries are published in it.
 *
 * An operator that is not known is still walked over, so that the rest of the query can be read and
 * whoever runs it can refuse the operator by its name. Rules are factored so that a look at the next
 * two or three tokens decides almost everywhere: long queries stay cheap. So commas of an operator's
 * list are told from those that end an argument before parsing. Where a comma may be one too many
 * without harm, it is let pass.
 */
parser grammar KqlParser;

options { tokenVocab = KqlLexer; }

query : statements EOF;

statements : statement? ( SEMICOLON statement? )*;

statement : LET name ASSIGN ( functionDefinition | pipeline ) # letStatement
    | SET name ( ASSIGN parameterValue )? # setStatement
    | DECLARE QUERY_PARAMETERS OPEN parameterDeclaration ( COMMA parameterDeclaration )* CLOSE # declareStatement
    | ALIAS DATABASE name ASSIGN path # aliasStatement
    | RESTRICT ACCESS TO OPEN tables CLOSE # restrictStatement
    | pipeline # queryStatement
    ;

functionDefinition : VIEW? OPEN ( parameterDeclaration ( COMMA parameterDeclaration )* )? CLOSE functionBody;
functionBody : OPEN_BRACE statements CLOSE_BRACE;
parameterDeclaration : name COLON ( type | schema ) ( ASSIGN signed )?;
schema : OPEN ( schemaColumn ( COMMA schemaColumn )* COMMA? )? CLOSE;
schemaColumn : STAR | name COLON type;
type : name | DYNAMIC;

/* Where a table and a scalar are both allowed, the scalar is a pipeline without operators. */
pipeline : source ( PIPE operator )*;
/* The operators of a pipeline whose table is given by where it stands. */
subPipeline : operator ( PIPE operator )*;

source : sourceOperator # operatorSource
    | expression # plainSource
    ;
sourceOperator : unionOperator
    | searchOperator
    | findOperator
    | printOperator
    | rangeOperator
    | datatableOperator
    | externaldataOperator
    | evaluateOperator
    ;

operator : whereOperator
    | extendOperator
    | projectOperator
    | projectAwayOperator
    | projectKeepOperator
    | projectRenameOperator
    | projectReorderOperator
    | summarizeOperator
    | joinOperator
    | lookupOperator
    | unionOperator
    | mvExpandOperator
    | mvApplyOperator
    | parseOperator
    | parseKvOperator
    | sortOperator
    | topOperator
    | topNestedOperator
    | topHittersOperator
    | takeOperator
    | countOperator
    | distinctOperator
    | sampleOperator
    | sampleDistinctOperator
    | makeSeriesOperator
    | renderOperator
    | evaluateOperator
    | invokeOperator
    | partitionOperator
    | serializeOperator
    | forkOperator
    | facetOperator
    | consumeOperator
    | scanOperator
    | reduceOperator
    | getschemaOperator
    | asOperator
    | searchOperator
    | makeGraphOperator
    | graphOperator
    | unknownOperator
    ;

whereOperator : ( WHERE | FILTER ) expression;
extendOperator : EXTEND columns;
projectOperator : PROJECT columns;
projectAwayOperator : PROJECT_AWAY columnPatterns;
projectKeepOperator : PROJECT_KEEP columnPatterns;
projectRenameOperator : PROJECT_RENAME renaming ( ( COMMA | LIST_COMMA ) renaming )* ( COMMA | LIST_COMMA )?;
projectReorderOperator : PROJECT_REORDER reordering ( ( COMMA | LIST_COMMA ) reordering )* ( COMMA | LIST_COMMA )?;
summarizeOperator : SUMMARIZE hint* aggregates = columns? ( BY groups = columns )?;
joinOperator : JOIN parameter* path ON joinCondition ( ( COMMA | LIST_COMMA ) joinCondition )*;
lookupOperator : LOOKUP parameter* path ON joinCondition ( ( COMMA | LIST_COMMA ) joinCondition )*;
unionOperator : UNION parameter* tables;
mvExpandOperator : MV_EXPAND expandParameter* expandColumn ( ( COMMA | LIST_COMMA ) expandColumn )* ( LIMIT expression )?;
mvApplyOperator
    : MV_APPLY expandParameter* expandColumn ( ( COMMA | LIST_COMMA ) expandColumn )* ( LIMIT expression )?
      ON OPEN subPipeline CLOSE
    ;
parseOperator : ( PARSE | PARSE_WHERE ) parameter* expression WITH parsePart+;
parseKvOperator : PARSE_KV expression AS schema ( WITH OPEN property ( COMMA property )* CLOSE )?;
sortOperator : ( SORT | ORDER ) hint* BY ordering ( ( COMMA | LIST_COMMA ) ordering )*;
topOperator : TOP hint* expression BY ordering ( ( COMMA | LIST_COMMA ) ordering )*;
topNestedOperator : topNestedLevel ( ( COMMA | LIST_COMMA ) topNestedLevel )*;
topHittersOperator : TOP_HITTERS count = expression OF of = expression ( BY by = expression )?;
takeOperator : ( TAKE | LIMIT ) expression;
countOperator : COUNT ( AS name )?;
distinctOperator : DISTINCT hint* ( STAR | columns );
sampleOperator : SAMPLE expression;
sampleDistinctOperator : SAMPLE_DISTINCT count = expression OF of = expression;
makeSeriesOperator
    : MAKE_SERIES hint* ( KIND ASSIGN NONEMPTY )? seriesColumn ( ( COMMA | LIST_COMMA ) seriesColumn )*
      ON axis ( seriesRange | IN RANGE OPEN expression COMMA expression COMMA expression CLOSE )?
      ( BY columns )?
    ;
renderOperator : RENDER name ( WITH OPEN ( property ( COMMA property )* COMMA? )? CLOSE | parameter* );
evaluateOperator : EVALUATE hint* call ( COLON schema )?;
invokeOperator : INVOKE path;
partitionOperator : PARTITION parameter* BY name subquery;
serializeOperator : SERIALIZE columns?;
forkOperator : FORK ( ( name ASSIGN )? OPEN subPipeline CLOSE )+;
facetOperator : FACET BY columns ( WITH OPEN subPipeline CLOSE )?;
consumeOperator : CONSUME parameter*;
scanOperator
    : SCAN parameter* ( PARTITION BY columns )? ( ORDER BY ordering ( COMMA ordering )* )?
      ( DECLARE OPEN parameterDeclaration ( COMMA parameterDeclaration )* CLOSE )?
      WITH OPEN scanStep+ CLOSE
    ;
reduceOperator : REDUCE parameter* BY expression ( WITH parameter ( ( COMMA | LIST_COMMA ) parameter )* )?;
getschemaOperator : GETSCHEMA parameter*;
asOperator : AS parameter* name;
searchOperator : SEARCH parameter* ( IN OPEN tables CLOSE )? expression;
findOperator
    : FIND parameter* ( IN OPEN tables CLOSE )? ( WHERE? expression )?
      ( PROJECT_SMART | PROJECT columns )? ( PROJECT_AWAY columnPatterns )?
    ;
printOperator : PRINT columns;
rangeOperator : RANGE name FROM from = expression TO to = expression STEP by = expression;
datatableOperator
    : DATATABLE parameter* schema OPEN_BRACKET ( expression ( COMMA expression )* COMMA? )? CLOSE_BRACKET
    ;
externaldataOperator
    : EXTERNALDATA parameter* schema OPEN_BRACKET expression ( COMMA expression )* COMMA? CLOSE_BRACKET
      ( WITH OPEN property ( COMMA property )* COMMA? CLOSE )?
    ;
makeGraphOperator
    : MAKE_GRAPH from = name MINUS MINUS GREATER to = name
      ( WITH nodes ( ( COMMA | LIST_COMMA ) nodes )? | WITH_NODE_ID ASSIGN name )? ( PARTITION BY name subquery )?
    ;
graphOperator : GRAPH_OPERATOR anything*;
unknownOperator : operatorName anything*;

columns : column ( ( COMMA | LIST_COMMA ) column )* ( COMMA | LIST_COMMA )?;
column : nameList ASSIGN expression
    | ( name ASSIGN )? expression
    ;
nameList : OPEN name ( COMMA name )* COMMA? CLOSE;
columnPatterns : columnPattern ( ( COMMA | LIST_COMMA ) columnPattern )* ( COMMA | LIST_COMMA )?;
/* A name in which a star stands for any letters. */
columnPattern : name | name? STAR ( name STAR )* name?;
renaming : newName = name ASSIGN oldName = name;
reordering : columnPattern direction = ( ASC | DESC | GRANNY_ORDER )?;
ordering : expression direction = ( ASC | DESC )? ( NULLS nulls = ( FIRST | LAST ) )?;
joinCondition : expression;
tables : table ( ( COMMA | LIST_COMMA ) table )* ( COMMA | LIST_COMMA )?;
table : ( path DOT )? tableWildcard # tablePattern
    | path # plainTable
    ;
tableWildcard : name? STAR ( name STAR )* name?;
expandColumn : ( name ASSIGN )? expression ( TO TYPEOF OPEN type CLOSE )?;
parsePart : STAR | STRING | parseColumn;
parseColumn : name ( COLON type )?;
topNestedLevel
    : TOP_NESTED count = expression? OF of = column ( WITH OTHERS ASSIGN others = expression )?
      BY ( name ASSIGN )? by = ordering
    ;
seriesColumn : column ( DEFAULT ASSIGN signed )?;
axis : ( name ASSIGN )? sum;
seriesRange : ( FROM from = expression )? ( TO to = expression )? STEP by = expression;
subquery : OPEN subPipeline CLOSE
    | OPEN_BRACE statements CLOSE_BRACE
    ;
scanStep
    : STEP name OPTIONAL? parameter* COLON expression ( ARROW column ( COMMA column )* )? SEMICOLON
    ;
nodes : path ON name;

/* What stands between an operator and what it works on, such as kind=inner. */
parameter : parameterName ASSIGN parameterValue;
hint : HINT DOT name ( DOT name )* ASSIGN parameterValue;
expandParameter : ( KIND | BAGEXPANSION | WITH_ITEMINDEX ) ASSIGN name
    | hint
    ;
parameterName : name ( DOT name )*;
parameterValue
    : name
    | MINUS? ( INTEGER | REAL )
    | STRING | TRUE | FALSE | NULL | DATETIME_LITERAL | TIMESPAN_LITERAL | GUID_LITERAL
    ;
property : ( name ASSIGN )? expression;

operatorName : NAME | HYPHENATED;
anything : OPEN enclosed* CLOSE
    | OPEN_BRACKET enclosed* CLOSE_BRACKET
    | OPEN_BRACE enclosed* CLOSE_BRACE
    | ~( OPEN | CLOSE | OPEN_BRACKET | CLOSE_BRACKET | OPEN_BRACE | CLOSE_BRACE | PIPE | SEMICOLON | COMMA )
    ;
enclosed : anything | PIPE | SEMICOLON | COMMA;

expression : conjunction ( OR conjunction )*;
conjunction : comparison ( AND comparison )*;
comparison : relation test?;

test : operation = ( EQUALS | NOT_EQUALS | EQUALS_TILDE | NOT_EQUALS_TILDE ) relation # equalityTest
    | STRING_OPERATOR relation # stringTest
    | MATCHES REGEX relation # regexTest
    | IN members # inTest
    | HAS_LIST members # hasListTest
    | BETWEEN OPEN from = expression DOTS to = expression CLOSE # betweenTest
    | COLON relation # termTest
    ;
members : OPEN pipeline ( COMMA expression )* COMMA? CLOSE # memberList
    | name # memberName
    | ( literal | call ) # memberValue
    ;

relation : sum ( operation = ( LESS | LESS_EQUAL | GREATER | GREATER_EQUAL ) sum )?;
sum : product ( ( PLUS | MINUS ) product )*;
product : signed ( ( STAR | SLASH | PERCENT ) signed )*;
signed : ( PLUS | MINUS )* path;

path : primary step*;
step : DOT name # memberStep
    | DOT call # callStep
    | OPEN_BRACKET expression CLOSE_BRACKET # indexStep
    ;

primary : literal # literalPrimary
    | call # callPrimary
    | name # namePrimary
    | OPEN pipeline CLOSE # nestedPrimary
    | STAR # starPrimary
    | ( LEFT_SIDE | RIGHT_SIDE ) # sidePrimary
    ;

call : name OPEN ( argument ( COMMA argument )* )? CLOSE;
argument : ( name ASSIGN )? pipeline;

literal : STRING+ # stringLiteral
    | INTEGER # integerLiteral
    | REAL # realLiteral
    | ( TRUE | FALSE ) # boolLiteral
    | NULL # nullLiteral
    | DATETIME_LITERAL # datetimeLiteral
    | TIMESPAN_LITERAL # timespanLiteral
    | GUID_LITERAL # guidLiteral
    | DYNAMIC OPEN json CLOSE # dynamicLiteral
    ;

json : OPEN_BRACKET ( json ( COMMA json )* COMMA? )? CLOSE_BRACKET # jsonArray
    | OPEN_BRACE ( jsonMember ( COMMA jsonMember )* COMMA? )? CLOSE_BRACE # jsonObject
    | MINUS? ( INTEGER | REAL ) # jsonNumber
    | ( STRING+ | TRUE | FALSE | NULL | DATETIME_LITERAL | TIMESPAN_LITERAL | GUID_LITERAL ) # jsonScalar
    ;
jsonMember : ( STRING | NAME ) COLON json;

/*
 * Words that only mean something where an operator stands may name columns elsewhere. The others are
 * told to be names before parsing where a dot comes before them, or a colon or an equals sign after.
 */
name : NAME
    | ODD_NAME
    | DIGIT_NAME
    | OPEN_BRACKET STRING CLOSE_BRACKET
    | SET | DECLARE | QUERY_PARAMETERS | ALIAS | DATABASE | RESTRICT | ACCESS | VIEW
    | FILTER | EXTEND | SUMMARIZE | JOIN | LOOKUP | UNION | PARSE | SORT | ORDER | TOP | TAKE | LIMIT
    | COUNT | DISTINCT | SAMPLE | RENDER | EVALUATE | INVOKE | PARTITION | SERIALIZE | FORK | FACET
    | CONSUME | SCAN | REDUCE | GETSCHEMA | AS | SEARCH | FIND | PRINT | RANGE | DATATABLE
    | EXTERNALDATA
    | TO | FROM | STEP | WITH | WITH_NODE_ID | OTHERS | DEFAULT | NONEMPTY | KIND | HINT | BAGEXPANSION
    | WITH_ITEMINDEX | OPTIONAL | TYPEOF | ASC | DESC | NULLS | FIRST | LAST | REGEX | MATCHES
    ;
