select json_build_object('first', (
  select json_build_object('n', subject$1."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$4
    where listing$4."subject_id" = subject$1."id" and ((listing$4."kind" in ('SX') and (((listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$5
      where rule$5.id = listing$4.subject_id and rule$5.kind = 'GOVERNMENT_BODY'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$6
      where rule$6.id = listing$4.subject_id and rule$6.kind = 'GOVERNMENT_BODY'))))) or (listing$4."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$7
      where rule$7.id = listing$4.subject_id and rule$7.kind = 'GOVERNMENT_BODY'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$8
      where rule$8.id = listing$4.subject_id and rule$8.kind = 'GOVERNMENT_BODY'))))) or (listing$4."kind" in ('SERIOUS_DISHONESTY') and (((listing$4.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$9
      where rule$9.id = listing$4.subject_id and rule$9.kind = 'GOVERNMENT_BODY'))) or (((listing$4.state in ('REMOVED', 'REVOKED') or (listing$4.state = 'PUBLISHED' and not (listing$4.state = 'PUBLISHED' and (listing$4.term_ends_on is null or listing$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$10
      where rule$10.id = listing$4.subject_id and rule$10.kind = 'GOVERNMENT_BODY'))))))), 'again', (
    select count(*)
    from "listing" listing$11
    where listing$11."subject_id" = subject$1."id" and ((listing$11."kind" in ('SX') and (((listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$12
      where rule$12.id = listing$11.subject_id and rule$12.kind = 'GOVERNMENT_BODY'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$13
      where rule$13.id = listing$11.subject_id and rule$13.kind = 'GOVERNMENT_BODY'))))) or (listing$11."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$14
      where rule$14.id = listing$11.subject_id and rule$14.kind = 'GOVERNMENT_BODY'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$15
      where rule$15.id = listing$11.subject_id and rule$15.kind = 'GOVERNMENT_BODY'))))) or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$16
      where rule$16.id = listing$11.subject_id and rule$16.kind = 'GOVERNMENT_BODY'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$17
      where rule$17.id = listing$11.subject_id and rule$17.kind = 'GOVERNMENT_BODY')))))))), 'creditCode', subject$1."credit_code")
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'second', (
  select json_build_object('n', subject$18."name", 'listings', json_build_object('totalCount', (
    select count(*)
    from "listing" listing$21
    where listing$21."subject_id" = subject$18."id" and ((listing$21."kind" in ('SX') and (((listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) or ((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$22
      where rule$22.id = listing$21.subject_id and rule$22.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$23
      where rule$23.id = listing$21.subject_id and rule$23.kind = 'GOVERNMENT_BODY'))))) or (listing$21."kind" in ('CONSUMPTION_RESTRICTION') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$24
      where rule$24.id = listing$21.subject_id and rule$24.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$25
      where rule$25.id = listing$21.subject_id and rule$25.kind = 'GOVERNMENT_BODY'))))) or (listing$21."kind" in ('SERIOUS_DISHONESTY') and (((listing$21.state in ('PROPOSED', 'GRACE', 'SHIELDED')) and (exists (
      select
      from subject rule$26
      where rule$26.id = listing$21.subject_id and rule$26.kind = 'GOVERNMENT_BODY'))) or (((listing$21.state in ('REMOVED', 'REVOKED') or (listing$21.state = 'PUBLISHED' and not (listing$21.state = 'PUBLISHED' and (listing$21.term_ends_on is null or listing$21.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from subject rule$27
      where rule$27.id = listing$21.subject_id and rule$27.kind = 'GOVERNMENT_BODY')))))))))
  from "subject" subject$18
  where subject$18.id = (
    select coalesce(alias$20.current_id, identifier$19.subject_id)
    from subject_identifier identifier$19 left join subject_alias alias$20 on alias$20.old_id = identifier$19.subject_id
    where identifier$19.kind = 'CREDIT_CODE' and identifier$19.value = $2::text) and subject$18.merged_into is null and subject$18."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), '__typename', 'Query'::text)
