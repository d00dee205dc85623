select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'honestPerformance', (
    select json_build_object('nodes', coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]'))
    from (
      select honest_listing$3."batch_number" as "k$0", honest_listing$3.id as "k$1", (
        select row_to_json(record$9)
        from (
          select honest_listing$3."batch_number" as "batchNumber", honest_listing$3."listed_on" as "listedOn", honest_listing$3."expires_on" as "expiresOn", honest_listing$3."removed_on" as "removedOn", honest_listing$3."area_code" as "areaCode", (
            select (
              select row_to_json(record$6)
              from (
                select case when subject$5."kind" in ('NATURAL_PERSON') then case when char_length(subject$5."name") <= 1 or subject$5."name" = 'ERASED' then '*' when char_length(subject$5."name") = 2 then rpad(left(subject$5."name", 1), 2, '*') when position('·' in subject$5."name") > 0 then left(subject$5."name", 1) || '**' else left(subject$5."name", 1) || case char_length(subject$5."name") when 3 then '*' else '**' end || right(subject$5."name", 1) end when subject$5."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$5."name" end as "name") record$6)
            from "subject" subject$5
            where subject$5."id" = honest_listing$3."subject_id"
            limit 1) as "subject", (
            select (
              select row_to_json(record$8)
              from (
                select court$7."short_name" as "shortName") record$8)
            from "court" court$7
            where court$7."code" = honest_listing$3."court_code"
            limit 1) as "court") record$9) as "j$0"
      from "honest_listing" honest_listing$3
      where honest_listing$3."subject_id" = subject$1."id" and (((honest_listing$3.subject_kind <> 'NATURAL_PERSON'))) and true
      order by "k$0", "k$1"
      limit 20) page$4 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'honestPerformance', json_build_object('totalCount', (
  select count(*)
  from "honest_listing" honest_listing$10
  where (((honest_listing$10.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$10."subject_kind" = 'ENTERPRISE')))), 'people', json_build_object('totalCount', (
  select count(*)
  from "honest_listing" honest_listing$11
  where (((honest_listing$11.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$11."subject_kind" = 'NATURAL_PERSON')))))
