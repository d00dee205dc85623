select json_build_object('cases', (
  select json_build_object('$', coalesce(json_agg(page$6."j$0" order by page$6."k$0", page$6."k$1"), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$7
    where (exists (
      select
      from "subject" subject$8
      where subject$8."id" = enforcement_case$7."subject_id" and subject$8.merged_into is null and ((subject$8."name" ^@ $4::text))) and exists (
      select
      from "court" court$9
      where court$9."code" = enforcement_case$7."court_code" and ((court$9."code" = $5::text))) and exists (
      select
      from "listing" listing$10
      where listing$10."subject_id" = enforcement_case$7."subject_id" and listing$10."case_number" = enforcement_case$7."case_number" and listing$10."kind" in ('SX') and ((listing$10."kind" = 'SX') and (listing$10."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$11
      where listing$11."subject_id" = enforcement_case$7."subject_id" and listing$11."case_number" = enforcement_case$7."case_number" and (listing$11."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$11."kind" in ('SERIOUS_DISHONESTY') and (((listing$11.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$11.state in ('REMOVED', 'REVOKED') or (listing$11.state = 'PUBLISHED' and not (listing$11.state = 'PUBLISHED' and (listing$11.term_ends_on is null or listing$11.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and ((listing$11."removed_on" >= $6::date))))), 'nodes', coalesce(json_agg(page$6."j$1" order by page$6."k$0", page$6."k$1"), '[]'))
  from (
    select enforcement_case$1."case_number" as "k$0", enforcement_case$1.id as "k$1", enforcement_case$1."subject_id" as "j$0", json_build_object('caseNumber', enforcement_case$1."case_number", 'subject', (
      select json_build_object('name', subject$12."name")
      from "subject" subject$12
      where subject$12."id" = enforcement_case$1."subject_id" and subject$12.merged_into is null
      limit 1)) as "j$1"
    from "enforcement_case" enforcement_case$1
    where (exists (
      select
      from "subject" subject$2
      where subject$2."id" = enforcement_case$1."subject_id" and subject$2.merged_into is null and ((subject$2."name" ^@ $1::text))) and exists (
      select
      from "court" court$3
      where court$3."code" = enforcement_case$1."court_code" and ((court$3."code" = $2::text))) and exists (
      select
      from "listing" listing$4
      where listing$4."subject_id" = enforcement_case$1."subject_id" and listing$4."case_number" = enforcement_case$1."case_number" and listing$4."kind" in ('SX') and ((listing$4."kind" = 'SX') and (listing$4."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$5
      where listing$5."subject_id" = enforcement_case$1."subject_id" and listing$5."case_number" = enforcement_case$1."case_number" and (listing$5."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$5."kind" in ('SERIOUS_DISHONESTY') and (((listing$5.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$5.state in ('REMOVED', 'REVOKED') or (listing$5.state = 'PUBLISHED' and not (listing$5.state = 'PUBLISHED' and (listing$5.term_ends_on is null or listing$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) and ((listing$5."removed_on" >= $3::date)))) and true
    order by "k$0", "k$1"
    limit 2) page$6 having true))
