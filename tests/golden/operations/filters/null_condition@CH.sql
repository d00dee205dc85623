select json_build_object('null', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$1
  where (listing$1."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$1."kind" in ('SERIOUS_DISHONESTY') and (((listing$1.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$1.state in ('REMOVED', 'REVOKED') or (listing$1.state = 'PUBLISHED' and not (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and ((listing$1."published_on" is null)))), 'empty', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$2
  where (listing$2."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$2."kind" in ('SERIOUS_DISHONESTY') and (((listing$2.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$2.state in ('REMOVED', 'REVOKED') or (listing$2.state = 'PUBLISHED' and not (listing$2.state = 'PUBLISHED' and (listing$2.term_ends_on is null or listing$2.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (true))), 'none', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$3
  where (listing$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$3."kind" in ('SERIOUS_DISHONESTY') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (false))), 'blank', json_build_object('totalCount', (
  select count(*)
  from "court" court$4
  where true)), 'missing', json_build_object('totalCount', (
  select count(*)
  from "court" court$5
  where ((court$5."code" = any($1::text[]))))), 'absent', json_build_object('totalCount', (
  select count(*)
  from "listing" listing$6
  where (listing$6."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$6."kind" in ('SERIOUS_DISHONESTY') and (((listing$6.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$6.state in ('REMOVED', 'REVOKED') or (listing$6.state = 'PUBLISHED' and not (listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and (true))))
