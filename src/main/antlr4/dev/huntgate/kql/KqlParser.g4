/*
 * The syntax of KQL as far as it is read today.
 *
 * An operator that is not known yet is still walked over, so that the rest of the query can be read
 * and whoever runs it can refuse the operator by its name. Rules are factored so that a look at the
 * next two tokens decides almost everywhere: long queries stay cheap.
 */
parser grammar KqlParser;

options { tokenVocab = KqlLexer; }

query : ( statement? SEMICOLON )* statement? EOF;

statement : LET name ASSIGN pipeline # letStatement
    | pipeline # queryStatement
    ;

/* Where a table and a scalar are both allowed, the scalar is a pipeline without operators. */
pipeline : source ( PIPE operator )*;

source : expression # plainSource
    | SOURCE_OPERATOR anything+ # unknownSource
    ;

operator : ( WHERE | FILTER ) expression # whereOperator
    | EXTEND columns # extendOperator
    | PROJECT columns # projectOperator
    | PROJECT_AWAY columnPatterns # projectAwayOperator
    | PROJECT_KEEP columnPatterns # projectKeepOperator
    | PROJECT_RENAME renaming ( COMMA renaming )* # projectRenameOperator
    | SUMMARIZE aggregates = columns? ( BY groups = columns )? # summarizeOperator
    | TOP expression BY ordering ( COMMA ordering )* # topOperator
    | ( SORT | ORDER ) BY ordering ( COMMA ordering )* # sortOperator
    | ( TAKE | LIMIT ) expression # takeOperator
    | COUNT # countOperator
    | DISTINCT ( STAR | columns ) # distinctOperator
    | operatorName anything* # unknownOperator
    ;

columns : column ( COMMA column )*;
column : ( name ASSIGN )? expression;
columnPatterns : columnPattern ( COMMA columnPattern )*;
columnPattern : ( name | STAR )+;
renaming : newName = name ASSIGN oldName = name;
ordering : expression direction = ( ASC | DESC )? ( NULLS nulls = ( FIRST | LAST ) )?;

operatorName : NAME | HYPHENATED | PROJECT_REORDER | SOURCE_OPERATOR;
anything : OPEN_TABLE pipeline CLOSE
    | OPEN enclosed* CLOSE
    | OPEN_BRACKET enclosed* CLOSE_BRACKET
    | OPEN_BRACE enclosed* CLOSE_BRACE
    | ~( OPEN | OPEN_TABLE | CLOSE | OPEN_BRACKET | CLOSE_BRACKET | OPEN_BRACE | CLOSE_BRACE | PIPE | SEMICOLON )
    ;
enclosed : anything | PIPE | SEMICOLON;

expression : conjunction ( OR conjunction )*;
conjunction : comparison ( AND comparison )*;
comparison : relation test?;

test : operation = ( EQUALS | NOT_EQUALS | EQUALS_TILDE | NOT_EQUALS_TILDE ) relation # equalityTest
    | STRING_OPERATOR relation # stringTest
    | MATCHES REGEX relation # regexTest
    | IN members # inTest
    | HAS_LIST members # hasListTest
    | BETWEEN open from = expression RANGE to = expression CLOSE # betweenTest
    ;
members : open pipeline ( COMMA expression )* CLOSE # memberList
    | name # memberName
    ;

relation : sum ( operation = ( LESS | LESS_EQUAL | GREATER | GREATER_EQUAL ) sum )?;
sum : product ( ( PLUS | MINUS ) product )*;
product : signed ( ( STAR | SLASH | PERCENT ) signed )*;
signed : ( PLUS | MINUS )* path;

path : primary step*;
step : DOT name # memberStep
    | OPEN_BRACKET expression CLOSE_BRACKET # indexStep
    ;

primary : literal # literalPrimary
    | call # callPrimary
    | name # namePrimary
    | open pipeline CLOSE # nestedPrimary
    | STAR # starPrimary
    ;

call : name open ( argument ( COMMA argument )* )? CLOSE;
argument : ( name ASSIGN )? pipeline;
open : OPEN | OPEN_TABLE;

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

json : OPEN_BRACKET ( json ( COMMA json )* )? CLOSE_BRACKET # jsonArray
    | OPEN_BRACE ( jsonMember ( COMMA jsonMember )* )? CLOSE_BRACE # jsonObject
    | MINUS? ( INTEGER | REAL ) # jsonNumber
    | ( STRING+ | TRUE | FALSE | NULL | DATETIME_LITERAL | TIMESPAN_LITERAL | GUID_LITERAL ) # jsonScalar
    ;
jsonMember : ( STRING | NAME ) COLON json;

/* Words that KQL reserves only where its operators stand may name columns elsewhere. */
name : NAME
    | OPEN_BRACKET STRING CLOSE_BRACKET
    | FILTER | TOP | SORT | ORDER | TAKE | LIMIT | COUNT | DISTINCT | ASC | DESC | NULLS | FIRST | LAST
    | REGEX
    ;
