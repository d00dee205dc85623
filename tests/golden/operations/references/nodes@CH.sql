select json_build_object('nodes', (
  select coalesce(json_agg(coalesce((
    select (
      select case when subject$2."kind" in ('NATURAL_PERSON') then (
        select row_to_json(record$10)
        from (
          select subject$2."id" as "$", values$9."v$0" as "id", values$9."v$1" as "name", values$9."v$2" as "idNumber") record$10) when subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION') then (
        select row_to_json(record$11)
        from (
          select subject$2."id" as "$", values$9."v$0" as "id", values$9."v$1" as "name") record$11) end
      from (
        select subject$2."id"::text as "v$0", subject$2."name" as "v$1", coalesce($1::text || 's' || encode(subject$2."id_number_sealed", 'hex') || coalesce('.' || encode((
          select key$.key_sealed
          from person_key key$
          where key$.owner_id = subject$2.id), 'hex'), '') || '@', subject$2."id_number_masked") as "v$2" offset 0) values$9)
    from "subject" subject$2
    where subject$2.id = coalesce((
      select alias$3.current_id
      from subject_alias alias$3
      where alias$3.old_id = named$1.value), named$1.value) and subject$2.merged_into is null and ((subject$2."kind" in ('NATURAL_PERSON') and (exists (
      select
      from "enforcement_case" known$5
      where known$5."subject_id" = subject$2.id offset 0) or exists (
      select
      from "terminated_case" known$6
      where known$6."subject_id" = subject$2.id offset 0) or exists (
      select
      from "performance_certificate" known$7
      where known$7."subject_id" = subject$2.id offset 0) or exists (
      select
      from "honest_listing" known$8
      where known$8."subject_id" = subject$2.id offset 0) or exists (
      select
      from "listing" known$4
      where known$4."subject_id" = subject$2.id and (known$4."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (known$4."kind" in ('SERIOUS_DISHONESTY') and (((known$4.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((known$4.state in ('REMOVED', 'REVOKED') or (known$4.state = 'PUBLISHED' and not (known$4.state = 'PUBLISHED' and (known$4.term_ends_on is null or known$4.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date))))))))) offset 0))) or subject$2."kind" in ('ENTERPRISE', 'GOVERNMENT_BODY', 'OTHER_ORGANISATION'))
    limit 1), (
    select (
      select row_to_json(record$13)
      from (
        select licence$12."subject_id" as "$", licence$12."id"::text as "id") record$13)
    from "licence" licence$12
    where licence$12.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$15)
      from (
        select penalty$14."subject_id" as "$", penalty$14."id"::text as "id") record$15)
    from "penalty" penalty$14
    where penalty$14.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$17)
      from (
        select enforcement_case$16."subject_id" as "$", enforcement_case$16."id"::text as "id") record$17)
    from "enforcement_case" enforcement_case$16
    where enforcement_case$16.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$19)
      from (
        select case_party$18."subject_id" as "$", case_party$18."id"::text as "id") record$19)
    from "case_party" case_party$18
    where case_party$18.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$21)
      from (
        select terminated_case$20."subject_id" as "$", terminated_case$20."id"::text as "id") record$21)
    from "terminated_case" terminated_case$20
    where terminated_case$20.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$23)
      from (
        select performance_certificate$22."subject_id" as "$", performance_certificate$22."id"::text as "id") record$23)
    from "performance_certificate" performance_certificate$22
    where performance_certificate$22.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$25)
      from (
        select honest_listing$24."subject_id" as "$", honest_listing$24."id"::text as "id") record$25)
    from "honest_listing" honest_listing$24
    where honest_listing$24.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$27)
      from (
        select listing$26."subject_id" as "$", listing$26."id"::text as "id") record$27)
    from "listing" listing$26
    where listing$26.id = named$1.value and (listing$26."kind" in ('SX', 'CONSUMPTION_RESTRICTION') or (listing$26."kind" in ('SERIOUS_DISHONESTY') and (((listing$26.state in ('PROPOSED', 'GRACE', 'SHIELDED'))) or (((listing$26.state in ('REMOVED', 'REVOKED') or (listing$26.state = 'PUBLISHED' and not (listing$26.state = 'PUBLISHED' and (listing$26.term_ends_on is null or listing$26.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date)))))))))
    limit 1), (
    select (
      select row_to_json(record$38)
      from (
        select former_name$28."subject_id" as "$", former_name$28."id"::text as "id") record$38)
    from "former_name" former_name$28
    where former_name$28.id = named$1.value and (((former_name$28.subject_kind <> 'NATURAL_PERSON')) or ((former_name$28.subject_kind = 'NATURAL_PERSON') and ((
      select rule$29.area_code
      from subject rule$29
      where rule$29.id = former_name$28.subject_id) ^@ any($2::text[]) or exists (
      select
      from enforcement_case rule$30
      where rule$30.subject_id = former_name$28.subject_id and (rule$30.court_code = any($3::text[]) or (
        select rule$34.area_code
        from subject rule$34
        where rule$34.id = former_name$28.subject_id) is null and rule$30.court_code = any(array(
        select rule$31.code
        from unnest($2::text[]) rule$36(code) join court rule$31 on rule$31.area_code between rule$36.code and rule$36.code || '~')))) or exists (
      select
      from listing rule$32
      where rule$32.subject_id = former_name$28.subject_id and (rule$32.court_code = any($3::text[]) or (
        select rule$35.area_code
        from subject rule$35
        where rule$35.id = former_name$28.subject_id) is null and rule$32.kind <> 'SERIOUS_DISHONESTY' and rule$32.state = 'PUBLISHED' and (rule$32.term_ends_on is null or rule$32.term_ends_on >= (now() at time zone 'Asia/Shanghai')::date) and rule$32.court_code = any(array(
        select rule$33.code
        from unnest($2::text[]) rule$37(code) join court rule$33 on rule$33.area_code between rule$37.code and rule$37.code || '~')))))))
    limit 1), (
    select (
      select row_to_json(record$40)
      from (
        select responsible_person$39."subject_id" as "$", responsible_person$39."id"::text as "id") record$40)
    from "responsible_person" responsible_person$39
    where responsible_person$39.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$42)
      from (
        select agency$41."id"::text as "id") record$42)
    from "agency" agency$41
    where agency$41.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$44)
      from (
        select area$43."id"::text as "id") record$44)
    from "area" area$43
    where area$43.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$46)
      from (
        select court$45."id"::text as "id") record$46)
    from "court" court$45
    where court$45.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$48)
      from (
        select measure$47."id"::text as "id") record$48)
    from "measure" measure$47
    where measure$47.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$50)
      from (
        select screening$49."id"::text as "id") record$50)
    from "screening" screening$49
    where screening$49.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$52)
      from (
        select screening_item$51."id"::text as "id") record$52)
    from "screening_item" screening_item$51
    where screening_item$51.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$54)
      from (
        select screening_hit$53."id"::text as "id") record$54)
    from "screening_hit" screening_hit$53
    where screening_hit$53.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$56)
      from (
        select screening_instruction$55."id"::text as "id") record$56)
    from "screening_instruction" screening_instruction$55
    where screening_instruction$55.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$58)
      from (
        select feedback$57."id"::text as "id") record$58)
    from "feedback" feedback$57
    where feedback$57.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$60)
      from (
        select government_debtor_snapshot$59."id"::text as "id") record$60)
    from "government_debtor_snapshot" government_debtor_snapshot$59
    where government_debtor_snapshot$59.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$62)
      from (
        select government_debtor_entry$61."id"::text as "id") record$62)
    from "government_debtor_entry" government_debtor_entry$61
    where government_debtor_entry$61.id = named$1.value
    limit 1), (
    select (
      select row_to_json(record$64)
      from (
        select work_day$63."id"::text as "id") record$64)
    from "work_day" work_day$63
    where work_day$63.id = named$1.value
    limit 1)) order by named$1.place), '[]')
  from unnest($4::uuid[]) with ordinality named$1(value, place)))
