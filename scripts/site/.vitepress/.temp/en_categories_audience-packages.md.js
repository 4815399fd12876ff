import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Audience packages","description":"Audience packages: named sets of customers to work with.","frontmatter":{"title":"Audience packages","description":"Audience packages: named sets of customers to work with.","layout":"category","view":{"title":"Audience packages","description":"Audience packages: named sets of customers to work with.","operations":[{"id":"externalUserPackageAdd","title":"Create an audience package","method":"POST","path":"/open-api/external_user_package/add","call":"externalUserPackage.add"},{"id":"externalUserPackageAddData","title":"Append customers to an audience package","method":"POST","path":"/open-api/external_user_package/add_data","call":"externalUserPackage.addData"},{"id":"externalUserPackageDataList","title":"List the customers in an audience package","method":"GET","path":"/open-api/external_user_package/data_list","call":"externalUserPackage.dataList"},{"id":"externalUserPackageList","title":"List audience packages","method":"POST","path":"/open-api/external_user_package/list","call":"externalUserPackage.list"},{"id":"externalUserPackageUpdate","title":"Update an audience package","method":"POST","path":"/open-api/external_user_package/update","call":"externalUserPackage.update"}]}},"headers":[],"relativePath":"en/categories/audience-packages.md","filePath":"en/categories/audience-packages.md"}');
const _sfc_main = { name: "en/categories/audience-packages.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/audience-packages.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const audiencePackages = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  audiencePackages as default
};
