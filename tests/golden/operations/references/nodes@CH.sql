select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$4)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name", values$3."v$2" as "idNumber") record$4) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$5)
        from (
          select subject$2."id" as "$", values$3."v$0" as "id", values$3."v$1" as "name") record$5) end
      from (
        select subject$2."id"::text as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2" offset 0) values$3)
    from "subject" subject$2
    where subject$2.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$7)
      from (
        select enforcement_case$6."subject_id" as "$", enforcement_case$6."id"::text as "id") record$7)
    from "enforcement_case" enforcement_case$6
    where enforcement_case$6.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$9)
      from (
        select case_party$8."subject_id" as "$", case_party$8."id"::text as "id") record$9)
    from "case_party" case_party$8
    where case_party$8.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$11)
      from (
        select terminated_case$10."subject_id" as "$", terminated_case$10."id"::text as "id") record$11)
    from "terminated_case" terminated_case$10
    where terminated_case$10.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$13)
      from (
        select performance_certificate$12."subject_id" as "$", performance_certificate$12."id"::text as "id") record$13)
    from "performance_certificate" performance_certificate$12
    where performance_certificate$12.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$15)
      from (
        select honest_listing$14."subject_id" as "$", honest_listing$14."id"::text as "id") record$15)
    from "honest_listing" honest_listing$14
    where honest_listing$14.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$17)
      from (
        select listing$16."subject_id" as "$", listing$16."id"::text as "id") record$17)
    from "listing" listing$16
    where listing$16.id = named$1.value and (listing$16."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$16."kind" in ('SERIOUS_DISHONESTY') and (((listing$16.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$16.state in ('REMOVED', 'REVOKED') or (listing$16.state = 'PUBLISHED' and not (listing$16.state = 'PUBLISHED' and (listing$16.term_ends_on is null or listing$16.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(record$28)
      from (
        select former_name$18."subject_id" as "$", former_name$18."id"::text as "id") record$28)
    from "former_name" former_name$18
    where former_name$18.id = named$1.value and (((former_name$18.subject_kind <> 'NATURAL_PERSON')) or ((former_name$18.subject_kind = 'NATURAL_PERSON') and ((
      select rule$19.area_code
      from subject rule$19
      where rule$19.id = former_name$18.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$20
      where rule$20.subject_id = former_name$18.subject_id and (rule$20.court_code = any($3::text[]) or (
        select rule$24.area_code
        from subject rule$24
        where rule$24.id = former_name$18.subject_id) is null and rule$20.court_code = any(array(
        select rule$21.code
        from unnest($2::text[]) rule$26(code) join court rule$21 on rule$21.area_code between rule$26.code and rule$26.code || '~')))) or exists (
      select
      from listing rule$22
      where rule$22.subject_id = former_name$18.subject_id and (rule$22.court_code = any($3::text[]) or (
        select rule$25.area_code
        from subject rule$25
        where rule$25.id = former_name$18.subject_id) is null and rule$22.kind <> 'SERIOUS_DISHONESTY' and rule$22.state = 'PUBLISHED' and (rule$22.term_ends_on is null or rule$22.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$22.court_code = any(array(
        select rule$23.code
        from unnest($2::text[]) rule$27(code) join court rule$23 on rule$23.area_code between rule$27.code and rule$27.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(record$30)
      from (
        select responsible_person$29."subject_id" as "$", responsible_person$29."id"::text as "id") record$30)
    from "responsible_person" responsible_person$29
    where responsible_person$29.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$32)
      from (
        select agency$31."id"::text as "id") record$32)
    from "agency" agency$31
    where agency$31.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$34)
      from (
        select area$33."id"::text as "id") record$34)
    from "area" area$33
    where area$33.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$36)
      from (
        select court$35."id"::text as "id") record$36)
    from "court" court$35
    where court$35.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$38)
      from (
        select measure$37."id"::text as "id") record$38)
    from "measure" measure$37
    where measure$37.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$40)
      from (
        select screening$39."id"::text as "id") record$40)
    from "screening" screening$39
    where screening$39.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$42)
      from (
        select screening_item$41."id"::text as "id") record$42)
    from "screening_item" screening_item$41
    where screening_item$41.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$44)
      from (
        select screening_hit$43."id"::text as "id") record$44)
    from "screening_hit" screening_hit$43
    where screening_hit$43.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$46)
      from (
        select screening_instruction$45."id"::text as "id") record$46)
    from "screening_instruction" screening_instruction$45
    where screening_instruction$45.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$48)
      from (
        select feedback$47."id"::text as "id") record$48)
    from "feedback" feedback$47
    where feedback$47.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$50)
      from (
        select government_debtor_snapshot$49."id"::text as "id") record$50)
    from "government_debtor_snapshot" government_debtor_snapshot$49
    where government_debtor_snapshot$49.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$52)
      from (
        select government_debtor_entry$51."id"::text as "id") record$52)
    from "government_debtor_entry" government_debtor_entry$51
    where government_debtor_entry$51.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$54)
      from (
        select work_day$53."id"::text as "id") record$54)
    from "work_day" work_day$53
    where work_day$53.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($4::uuid[]) with ordinality named$1(value, place)))
