select json_build_object('listings', (
  select json_build_object('$', coalesce(json_agg(page$2."j$0" order by page$2."k$0" desc, page$2."k$1", page$2."k$2" desc), '[]'), 'totalCount', (
    select count(*)
    from "listing" listing$3
    where (((listing$3.state = 'PUBLISHED' and (listing$3.term_ends_on is null or listing$3.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((((listing$3."kind" = 'SX')) and ((listing$3."state" = 'PUBLISHED')) and ((listing$3."term_ends_on" is null))) and (((listing$3."published_on" >= $3::date)) or ((listing$3."published_on" < $4::date))) and not coalesce(((((listing$3."subject_kind" = 'NATURAL_PERSON')) or ((listing$3."published_on" is null)))), false))), 'nodes', coalesce(json_agg(page$2."j$1" order by page$2."k$0" desc, page$2."k$1", page$2."k$2" desc), '[]'))
  from (
    select listing$1."published_on" as "k$0", case when listing$1."kind" in ('SX') then case when (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) then listing$1."case_number" end when listing$1."kind" in ('CONSUMPTION_RESTRICTION') then case when (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) then listing$1."case_number" end when listing$1."kind" in ('SERIOUS_DISHONESTY') then case when (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) then listing$1."case_number" end end as "k$1", listing$1.id as "k$2", listing$1."subject_id" as "j$0", json_build_object('caseNumber', case when (listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)) then listing$1."case_number" else null end, 'publishedOn', listing$1."published_on", 'subject', (
      select json_build_object('__typename', case when subject$4."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$4."kind" in ('ENTERPRISE') then 'Enterprise' when subject$4."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$4."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end, 'name', subject$4."name")
      from "subject" subject$4
      where subject$4."id" = listing$1."subject_id" and subject$4.merged_into is null and ((subject$4."kind" in ('NATURAL_PERSON') and (((exists (
        select
        from listing rule$5
        where rule$5.subject_id = subject$4.id and rule$5.kind = 'SX' and rule$5.state = 'PUBLISHED' and (rule$5.term_ends_on is null or rule$5.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))) or subject$4."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
      limit 1)) as "j$1"
    from "listing" listing$1
    where (((listing$1.state = 'PUBLISHED' and (listing$1.term_ends_on is null or listing$1.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))) and ((((listing$1."kind" = 'SX')) and ((listing$1."state" = 'PUBLISHED')) and ((listing$1."term_ends_on" is null))) and (((listing$1."published_on" >= $1::date)) or ((listing$1."published_on" < $2::date))) and not coalesce(((((listing$1."subject_kind" = 'NATURAL_PERSON')) or ((listing$1."published_on" is null)))), false)) and true
    order by "k$0" desc, "k$1", "k$2" desc
    limit 5) page$2 having true))
