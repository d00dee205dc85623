select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$4."j$0" order by page$4."k$0", page$4."k$1"), '[]'))
    from (
      select listing$3."case_number" as "k$0", listing$3.id as "k$1", (
        select row_to_json(record$13)
        from (
          select listing$3."case_number" as "caseNumber", listing$3."target_role" as "targetRole", (
            select (
              select row_to_json(record$12)
              from (
                select coalesce(json_agg(page$6."j$0" order by page$6."k$0"), '[]') as "$", coalesce(json_agg(page$6."j$1" order by page$6."k$0"), '[]') as "nodes") record$12)
            from (
              select listing$5.id as "k$0", listing$5."subject_id" as "j$0", (
                select row_to_json(record$11)
                from (
                  select listing$5."target_role" as "targetRole", listing$5."unit_name" as "unitName", (
                    select (
                      select case when subject$7."kind" in ('NATURAL_PERSON') then (
                        select row_to_json(record$9)
                        from (
                          select values$8."v$0" as "__typename", values$8."v$1" as "name", values$8."v$2" as "idNumber") record$9) when subject$7."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                        select row_to_json(record$10)
                        from (
                          select values$8."v$0" as "__typename", values$8."v$1" as "name") record$10) end
                      from (
                        select case when subject$7."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$7."kind" in ('ENTERPRISE') then 'Enterprise' when subject$7."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$7."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$7."name" as "v$1", coalesce($2::text || 's' || encode(subject$7."id_number_sealed", 'hex') || coalesce('.' || encode((
                          select key$.key_sealed
                          from person_key key$
                          where key$.owner_id = subject$7.id), 'hex'), '') || '@', subject$7."id_number_masked") as "v$2" offset 0) values$8)
                    from "subject" subject$7
                    where subject$7."id" = listing$5."subject_id"
                    limit 1) as "subject") record$11) as "j$1"
              from "listing" listing$5
              where listing$5."case_number" = listing$3."case_number" and listing$5."kind" = listing$3."kind" and listing$5.subject_id <> listing$3.subject_id and true
              order by "k$0"
              limit 20) page$6 having true) as "otherTargets") record$13) as "j$0"
      from "listing" listing$3
      where listing$3."subject_id" = subject$1."id" and listing$3."kind" in ('CONSUMPTION_RESTRICTION') and ((listing$3."kind" = 'CONSUMPTION_RESTRICTION')) and true
      order by "k$0", "k$1"
      limit 20) page$4 having true))
  from "subject" subject$1
  where subject$1.id = (
    select identifier$2.subject_id
    from subject_identifier identifier$2
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
