select json_build_object('cases', (
  select json_build_object('$', coalesce(json_agg(page$9."j$0" order by page$9."k$0", page$9."k$1"), '[]'), 'totalCount', (
    select count(*)
    from "enforcement_case" enforcement_case$10
    where (((exists (
      select
      from listing rule$17
      where rule$17.subject_id = enforcement_case$10.subject_id and rule$17.case_number = enforcement_case$10.case_number and rule$17.kind = 'SX' and rule$17.state = 'PUBLISHED' and (rule$17.term_ends_on is null or rule$17.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from "subject" subject$11
      where subject$11."id" = enforcement_case$10."subject_id" and subject$11.merged_into is null and ((subject$11."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$12
        where rule$12.subject_id = subject$11.id and rule$12.kind = 'SX' and rule$12.state = 'PUBLISHED' and (rule$12.term_ends_on is null or rule$12.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$11."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((case when subject$11."kind" in ('NATURAL_PERSON') then case when (exists (
        select
        from listing rule$13
        where rule$13.subject_id = subject$11.id and rule$13.kind = 'SX' and rule$13.state = 'PUBLISHED' and (rule$13.term_ends_on is null or rule$13.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then subject$11."name" end when subject$11."kind" in ('ENTERPRISE') then subject$11."name" when subject$11."kind" in ('GOVERNMENT_BODY') then subject$11."name" when subject$11."kind" in ('OTHER_ORGANISATION') then subject$11."name" end ^@ $4::text))) and exists (
      select
      from "court" court$14
      where court$14."code" = enforcement_case$10."court_code" and ((court$14."code" = $5::text))) and exists (
      select
      from "listing" listing$15
      where listing$15."subject_id" = enforcement_case$10."subject_id" and listing$15."case_number" = enforcement_case$10."case_number" and (listing$15."kind" in ('SX') and (((listing$15.state = 'PUBLISHED' and (listing$15.term_ends_on is null or listing$15.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$15."kind" = 'SX') and (listing$15."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$16
      where listing$16."subject_id" = enforcement_case$10."subject_id" and listing$16."case_number" = enforcement_case$10."case_number" and (((listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((listing$16."removed_on" >= $6::date))))), 'nodes', coalesce(json_agg(page$9."j$1" order by page$9."k$0", page$9."k$1"), '[]'))
  from (
    select case when (exists (
      select
      from listing rule$20
      where rule$20.subject_id = enforcement_case$1.subject_id and rule$20.case_number = enforcement_case$1.case_number and rule$20.kind = 'SX' and rule$20.state = 'PUBLISHED' and (rule$20.term_ends_on is null or rule$20.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then enforcement_case$1."case_number" end as "k$0", enforcement_case$1.id as "k$1", enforcement_case$1."subject_id" as "j$0", json_build_object('caseNumber', enforcement_case$1."case_number", 'subject', (
      select json_build_object('name', subject$18."name")
      from "subject" subject$18
      where subject$18."id" = enforcement_case$1."subject_id" and subject$18.merged_into is null and ((subject$18."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$19
        where rule$19.subject_id = subject$18.id and rule$19.kind = 'SX' and rule$19.state = 'PUBLISHED' and (rule$19.term_ends_on is null or rule$19.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$18."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
      limit 1)) as "j$1"
    from "enforcement_case" enforcement_case$1
    where (((exists (
      select
      from listing rule$8
      where rule$8.subject_id = enforcement_case$1.subject_id and rule$8.case_number = enforcement_case$1.case_number and rule$8.kind = 'SX' and rule$8.state = 'PUBLISHED' and (rule$8.term_ends_on is null or rule$8.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and (exists (
      select
      from "subject" subject$2
      where subject$2."id" = enforcement_case$1."subject_id" and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$3
        where rule$3.subject_id = subject$2.id and rule$3.kind = 'SX' and rule$3.state = 'PUBLISHED' and (rule$3.term_ends_on is null or rule$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')) and ((case when subject$2."kind" in ('NATURAL_PERSON') then case when (exists (
        select
        from listing rule$4
        where rule$4.subject_id = subject$2.id and rule$4.kind = 'SX' and rule$4.state = 'PUBLISHED' and (rule$4.term_ends_on is null or rule$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))) then subject$2."name" end when subject$2."kind" in ('ENTERPRISE') then subject$2."name" when subject$2."kind" in ('GOVERNMENT_BODY') then subject$2."name" when subject$2."kind" in ('OTHER_ORGANISATION') then subject$2."name" end ^@ $1::text))) and exists (
      select
      from "court" court$5
      where court$5."code" = enforcement_case$1."court_code" and ((court$5."code" = $2::text))) and exists (
      select
      from "listing" listing$6
      where listing$6."subject_id" = enforcement_case$1."subject_id" and listing$6."case_number" = enforcement_case$1."case_number" and (listing$6."kind" in ('SX') and (((listing$6.state = 'PUBLISHED' and (listing$6.term_ends_on is null or listing$6.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))) and ((listing$6."kind" = 'SX') and (listing$6."state" = 'PUBLISHED'))) and not exists (
      select
      from "listing" listing$7
      where listing$7."subject_id" = enforcement_case$1."subject_id" and listing$7."case_number" = enforcement_case$1."case_number" and (((listing$7.state = 'PUBLISHED' and (listing$7.term_ends_on is null or listing$7.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((listing$7."removed_on" >= $3::date)))) and true
    order by "k$0", "k$1"
    limit 2) page$9 having true))
