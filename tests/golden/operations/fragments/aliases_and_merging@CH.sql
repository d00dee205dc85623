select json_build_object('first', (
  select json_build_object('n', subject$1."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$4
    where listing$4."subject_id" = subject$1."id" and (listing$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$4."kind" in ('SERIOUS_DISHONESTY') and (((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))), 'again', (
    select count(*)
    from "listing" listing$5
    where listing$5."subject_id" = subject$1."id" and (listing$5."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$5."kind" in ('SERIOUS_DISHONESTY') and (((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))), 'creditCode', subject$1."credit_code")
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'second', (
  select json_build_object('n', subject$6."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$9
    where listing$9."subject_id" = subject$6."id" and (listing$9."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$9."kind" in ('SERIOUS_DISHONESTY') and (((listing$9.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$9.state in ('REMOVED', 'REVOKED') or (listing$9.state = 'PUBLISHED' and not (listing$9.state = 'PUBLISHED' and (listing$9.term_ends_on is null or listing$9.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))))))
  from "subject" subject$6
  where subject$6.id = (
    select coalesce(alias$8.current_id, identifier$7.subject_id)
    from subject_identifier identifier$7 left join subject_alias alias$8 on alias$8.old_id = identifier$7.subject_id
    where identifier$7.kind = 'CREDIT_CODE' and identifier$7.value = $2::text) and subject$6.merged_into is null and subject$6."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), '__typename', 'Query'::text)
