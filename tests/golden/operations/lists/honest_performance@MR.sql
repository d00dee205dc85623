select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'honestPerformance', (
    select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
    from (
      select honest_listing$4."batch_number" as "k$0", honest_listing$4.id as "k$1", (
        select row_to_json(record$10)
        from (
          select honest_listing$4."batch_number" as "batchNumber", honest_listing$4."listed_on" as "listedOn", honest_listing$4."expires_on" as "expiresOn", honest_listing$4."removed_on" as "removedOn", honest_listing$4."area_code" as "areaCode", (
            select (
              select row_to_json(record$7)
              from (
                select case when subject$6."kind" in ('NATURAL_PERSON') then case when char_length(subject$6."name") <= 1 or subject$6."name" = 'ERASED' then '*' when char_length(subject$6."name") = 2 then rpad(left(subject$6."name", 1), 2, '*') when position('·' in subject$6."name") > 0 then left(subject$6."name", 1) || '**' else left(subject$6."name", 1) || case char_length(subject$6."name") when 3 then '*' else '**' end || right(subject$6."name", 1) end when subject$6."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then subject$6."name" end as "name") record$7)
            from "subject" subject$6
            where subject$6."id" = honest_listing$4."subject_id" and subject$6.merged_into is null
            limit 1) as "subject", (
            select (
              select row_to_json(record$9)
              from (
                select court$8."short_name" as "shortName") record$9)
            from "court" court$8
            where court$8."code" = honest_listing$4."court_code"
            limit 1) as "court") record$10) as "j$0"
      from "honest_listing" honest_listing$4
      where honest_listing$4."subject_id" = subject$1."id" and (((honest_listing$4.subject_kind <> 'NATURAL_PERSON'))) and true
      order by "k$0", "k$1"
      limit 20) page$5 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1), 'honestPerformance', json_build_object('totalCount', (
  select count(*)
  from "honest_listing" honest_listing$11
  where (((honest_listing$11.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$11."subject_kind" = 'ENTERPRISE')))), 'people', json_build_object('totalCount', (
  select count(*)
  from "honest_listing" honest_listing$12
  where (((honest_listing$12.subject_kind <> 'NATURAL_PERSON'))) and ((honest_listing$12."subject_kind" = 'NATURAL_PERSON')))))
