select json_build_object('subject', (
  select json_build_object('$', subject$1."id", 'name', subject$1."name", 'listings', (
    select json_build_object('nodes', coalesce(json_agg(page$5."j$0" order by page$5."k$0", page$5."k$1"), '[]'))
    from (
      select listing$4."case_number" as "k$0", listing$4.id as "k$1", (
        select row_to_json(record$14)
        from (
          select listing$4."case_number" as "caseNumber", listing$4."target_role" as "targetRole", (
            select (
              select row_to_json(record$13)
              from (
                select coalesce(json_agg(page$7."j$0" order by page$7."k$0"), '[]') as "$", coalesce(json_agg(page$7."j$1" order by page$7."k$0"), '[]') as "nodes") record$13)
            from (
              select listing$6.id as "k$0", listing$6."subject_id" as "j$0", (
                select row_to_json(record$12)
                from (
                  select listing$6."target_role" as "targetRole", listing$6."unit_name" as "unitName", (
                    select (
                      select case when subject$8."kind" in ('NATURAL_PERSON') then (
                        select row_to_json(record$10)
                        from (
                          select values$9."v$0" as "__typename", values$9."v$1" as "name", values$9."v$2" as "idNumber") record$10) when subject$8."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
                        select row_to_json(record$11)
                        from (
                          select values$9."v$0" as "__typename", values$9."v$1" as "name") record$11) end
                      from (
                        select case when subject$8."kind" in ('NATURAL_PERSON') then 'NaturalPerson' when subject$8."kind" in ('ENTERPRISE') then 'Enterprise' when subject$8."kind" in ('GOVERNMENT_BODY') then 'GovernmentBody' when subject$8."kind" in ('OTHER_ORGANISATION') then 'OtherOrganisation' end as "v$0", subject$8."name" as "v$1", coalesce($2::text || 's' || encode(subject$8."id_number_sealed", 'hex') || coalesce('.' || encode((
                          select key$.key_sealed
                          from person_key key$
                          where key$.owner_id = subject$8.id), 'hex'), '') || '@', subject$8."id_number_masked") as "v$2" offset 0) values$9)
                    from "subject" subject$8
                    where subject$8."id" = listing$6."subject_id" and subject$8.merged_into is null
                    limit 1) as "subject") record$12) as "j$1"
              from "listing" listing$6
              where listing$6."case_number" = listing$4."case_number" and listing$6."kind" = listing$4."kind" and listing$6.subject_id <> listing$4.subject_id and true
              order by "k$0"
              limit 20) page$7 having true) as "otherTargets") record$14) as "j$0"
      from "listing" listing$4
      where listing$4."subject_id" = subject$1."id" and listing$4."kind" in ('CONSUMPTION_RESTRICTION') and ((listing$4."kind" = 'CONSUMPTION_RESTRICTION')) and true
      order by "k$0", "k$1"
      limit 20) page$5 having true))
  from "subject" subject$1
  where subject$1.id = (
    select coalesce(alias$3.current_id, identifier$2.subject_id)
    from subject_identifier identifier$2 left join subject_alias alias$3 on alias$3.old_id = identifier$2.subject_id
    where identifier$2.kind = 'CREDIT_CODE' and identifier$2.value = $1::text) and subject$1.merged_into is null and subject$1."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION')
  limit 1))
