select json_build_object('first', (
  select json_build_object('n', subject$1."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$3
    where listing$3."subject_id" = subject$1."id" and (listing$3."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$3."kind" in ('SERIOUS_DISHONESTY') and (((listing$3.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$3.state in ('REMOVED', 'REVOKED') or (listing$3.state = 'PUBLISHED' and not (listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))), 'again', (
    select count(*)
    from "listing" listing$4
    where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$4."kind" in ('SERIOUS_DISHONESTY') and (((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))), 'creditCode', subject$1."credit_code")
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'second', (
  select json_build_object('n', subject$5."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$7
    where listing$7."subject_id" = subject$5."id" and (listing$7."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$7."kind" in ('SERIOUS_DISHONESTY') and (((listing$7.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$7.state in ('REMOVED', 'REVOKED') or (listing$7.state = 'PUBLISHED' and not (listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))))
  from "subject" subject$5
  where subject$5.id = (
    select identifier$6.subject_id
    from subject_identifier identifier$6
    where identifier$6.kind = 'CREDIT_CODE' and identifier$6.value = $2::text) and subject$5."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), '__typename', 'Query'::text)
